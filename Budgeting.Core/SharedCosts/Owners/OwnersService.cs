using System.Net.Mail;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>The parties whose balances are kept.</summary>
public sealed class OwnersService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<OwnerDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new SharedCostsRepository(work).OwnersAsync(cancellationToken);
    }

    /// <summary>In the order in which they were added.</summary>
    public async Task<Page<OwnerDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new SharedCostsRepository(work).OwnersAsync(page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such owner here.</exception>
    public async Task<OwnerDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new SharedCostsRepository(work), id, cancellationToken));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such owner here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<Owner>(id, cancellationToken);
    }

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">Another active owner is called that: <c>owner.exists</c>.</exception>
    public async Task<OwnerDto> AddAsync(OwnerInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var owner = new Owner { Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, Name = "" };
        await ApplyAsync(repository, owner, input, cancellationToken);
        repository.Add(owner);
        work.Touch(SharedCostsTopics.Periods);
        return await work.CommitAsync(() => DtoOf(owner), cancellationToken);
    }

    /// <summary>Admins change everything, and a member the e-mail address and the IBAN of the owner that they are.</summary>
    /// <param name="id">Whom.</param>
    /// <param name="input">Everything that can be written; what is left out takes its default.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such owner here.</exception>
    /// <exception cref="ForbiddenException">Who acts is no admin, and it is somebody else or something else.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">Another active owner is called that: <c>owner.exists</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<OwnerDto> UpdateAsync(Guid id, OwnerInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var owner = await RequireAsync(repository, id, cancellationToken);
        await RequireMayAsync(current, owner, input, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(owner, version, "owner", cancellationToken);
        await ApplyAsync(repository, owner, input, cancellationToken);
        work.Touch(SharedCostsTopics.Periods);
        return await work.CommitAsync(() => DtoOf(owner), cancellationToken);
    }

    /// <exception cref="NotFoundException">No such owner here.</exception>
    /// <exception cref="ConflictException">Something is recorded of them: <c>owner.in-use</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var owner = await RequireAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(owner, version, "owner", cancellationToken);
        await RequireUnusedAsync(repository, owner, cancellationToken);
        repository.Remove(owner);
        work.Touch(SharedCostsTopics.Periods);
        await work.CommitAsync(cancellationToken);
    }

    /// <exception cref="ForbiddenException">Who acts is no admin, and it is somebody else or something else.</exception>
    internal static async Task RequireMayAsync(CurrentMember current, Owner owner, OwnerInput input, CancellationToken cancellationToken)
    {
        var isOwn = owner.MemberId is not null && owner.MemberId == current.MemberId;
        var staysSame = (input.Name, input.MemberId, input.Active) == (owner.Name, owner.MemberId, owner.Active);
        if (!isOwn || !staysSame)
        {
            await current.RequireAsync(Role.Admin, cancellationToken);
        }
    }

    internal static async Task RequireUnusedAsync(SharedCostsRepository repository, Owner owner, CancellationToken cancellationToken)
    {
        if (await repository.IsOwnerInUseAsync(owner.Id, cancellationToken))
        {
            throw new ConflictException("owner.in-use", $"{owner.Name} owns something, or something is recorded of them. Make them inactive instead.");
        }
    }

    internal static async Task ApplyAsync(SharedCostsRepository repository, Owner owner, OwnerInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        var known = (owner.Name, owner.Active);
        owner.Name = check.Required(input.Name, "name", "a name", 100);
        owner.Email = check.Optional(input.Email, "email", 254);
        check.That(owner.Email is null || MailAddress.TryCreate(owner.Email, out _), "email", "Enter an e-mail address such as ada@example.org.");
        owner.Iban = check.Optional(Iban.Normalize(input.Iban), "iban", Iban.MaxLength);
        check.That(owner.Iban is null || Iban.IsValid(owner.Iban), "iban", Iban.Error);
        owner.MemberId = input.MemberId;
        owner.Active = input.Active;
        if (input.MemberId is { } memberId)
        {
            check.That(await repository.MemberExistsAsync(memberId, cancellationToken), "memberId", "There is no such member.");
        }

        check.ThrowIfAny();
        if (owner.Active && known != (owner.Name, true))
        {
            await RequireOwnNameAsync(repository, owner, cancellationToken);
        }
    }

    // Files and lists name owners. Those who had the same name before there was this rule keep it.
    private static async Task RequireOwnNameAsync(SharedCostsRepository repository, Owner owner, CancellationToken cancellationToken)
    {
        if ((await repository.OwnerCardsAsync(cancellationToken)).FirstOrDefault(o => o.Active && o.Id != owner.Id && CanonicalText.AreAlike(o.Name, owner.Name)) is { } other)
        {
            throw new ConflictException("owner.exists", $"There is an active owner called “{other.Name}” already. Add what tells the two apart.") { Field = "name" };
        }
    }

    private static async Task<Owner> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.OwnerAsync(id, cancellationToken) ?? throw new NotFoundException("owner");

    private static OwnerDto DtoOf(Owner o) => new(o.Id, o.Name, o.MemberId, o.Email, o.Iban, o.Active, o.Version);
}
