using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>The people gifts are for.</summary>
public sealed class PeopleService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private const int MaxShown = 500;

    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<PersonDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new GiftingRepository(work).PeopleAsync(cancellationToken);
    }

    /// <summary>In the order in which they were added.</summary>
    public async Task<Page<PersonDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new GiftingRepository(work).PeopleAsync(page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such person here.</exception>
    public async Task<PersonDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new GiftingRepository(work), id, cancellationToken));
    }

    /// <summary>What a person gets, over all occasions, archived ones included.</summary>
    /// <exception cref="NotFoundException">No such person here.</exception>
    public Task<PersonPage> PageAsync(Guid id, CancellationToken cancellationToken) => units.ReadSharedAsync(ReadPageAsync, id, cancellationToken);

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public async Task<PersonDto> AddAsync(PersonInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var person = new Person { Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, Name = "" };
        await ApplyAsync(repository, person, input, cancellationToken);
        repository.Add(person);
        return await work.CommitAsync(() => DtoOf(person), cancellationToken);
    }

    /// <param name="id">Whom.</param>
    /// <param name="input">Everything that can be written; what is left out is emptied.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such person here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<PersonDto> UpdateAsync(Guid id, PersonInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var person = await RequireAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(person, version, "person", cancellationToken);
        if (person.MemberId is not null && person.MemberId == current.MemberId && input.MemberId != person.MemberId)
        {
            throw new InvalidException("memberId", "You can't unlink yourself: surprises for you would show. Ask somebody else to.");
        }

        await ApplyAsync(repository, person, input, cancellationToken);
        return await work.CommitAsync(() => DtoOf(person), cancellationToken);
    }

    /// <summary>Refuses what <see cref="DeleteAsync"/> would refuse, before anybody is asked about it.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public async Task CheckDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        await RequireUnusedAsync(repository, await RequireAsync(repository, id, cancellationToken), cancellationToken);
    }

    /// <exception cref="NotFoundException">No such person here.</exception>
    /// <exception cref="ConflictException">
    /// Gifts or sub-budgets are for them: <c>person.in-use</c>. Or it is who asks, whether there are any or not: <c>person.yourself</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var person = await RequireAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(person, version, "person", cancellationToken);
        await RequireUnusedAsync(repository, person, cancellationToken);
        repository.Remove(person);
        await work.CommitAsync(cancellationToken);
    }

    private static async Task<PersonPage> ReadPageAsync(
        UnitOfWork work, OrganizationCard organization, Guid id, CancellationToken cancellationToken)
    {
        var repository = new GiftingRepository(work);
        var person = DtoOf(await RequireAsync(repository, id, cancellationToken));
        return new PersonPage(
            person,
            organization.Currency,
            PersonYear.Of(await repository.SpendingAsync(id, cancellationToken)),
            await repository.GiftsForAsync(id, MaxShown, cancellationToken),
            await repository.OwnPersonAsync(cancellationToken) == id);
    }

    private static async Task ApplyAsync(GiftingRepository repository, Person person, PersonInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        person.Name = check.Required(input.Name, "name", "a name", 100);
        person.Notes = check.Optional(input.Notes, "notes", 2000);
        person.Birthday = input.Birthday;
        person.MemberId = input.MemberId;
        if (input.MemberId is { } memberId)
        {
            check.That(
                await repository.MemberExistsAsync(memberId, cancellationToken), "memberId", "There is no such member.");
            check.That(
                !await repository.IsLinkedAsync(memberId, person.Id, cancellationToken),
                "memberId",
                "Another person is linked to this member already.");
        }

        check.ThrowIfAny();
    }

    private async Task RequireUnusedAsync(GiftingRepository repository, Person person, CancellationToken cancellationToken)
    {
        if (person.MemberId is not null && person.MemberId == current.MemberId)
        {
            throw new ConflictException("person.yourself", "This is you: there may be surprises for you. Ask somebody else to delete it.");
        }

        if (await repository.IsInUseAsync(person.Id, cancellationToken))
        {
            throw new ConflictException("person.in-use", $"{person.Name} has gifts, wishes or a sub-budget. Delete those first, or keep {person.Name}.");
        }
    }

    private static async Task<Person> RequireAsync(GiftingRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.PersonAsync(id, cancellationToken) ?? throw new NotFoundException("person");

    private static PersonDto DtoOf(Person p) => new(p.Id, p.Name, p.Birthday, p.MemberId, p.Notes, p.Version);
}
