using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>The people gifts are for.</summary>
public sealed class PeopleService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : OrganizationRecordService<PersonInput, PersonDto>(units, current, Role.Member)
{
    private const int MaxShown = 500;

    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<PersonDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await new GiftingRepository(work).PeopleAsync(cancellationToken);
    }

    /// <summary>What a person gets, over all occasions, archived ones included.</summary>
    /// <exception cref="NotFoundException">No such person here.</exception>
    public Task<PersonPage> PageAsync(Guid id, CancellationToken cancellationToken) => Units.ReadSharedAsync(ReadPageAsync, id, cancellationToken);

    /// <summary>Refuses what a deletion would refuse, before anybody is asked about it.</summary>
    /// <inheritdoc cref="PersonRecords.RequireUnusedAsync"/>
    public async Task CheckDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        await new PersonRecords(work, Current, time).RequireUnusedAsync(id, cancellationToken);
    }

    private protected override ValueTask<IRecords<PersonInput, PersonDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IRecords<PersonInput, PersonDto>>(new PersonRecords(work, Current, time));

    private static async Task<PersonPage> ReadPageAsync(
        UnitOfWork work, OrganizationCard organization, Guid id, CancellationToken cancellationToken)
    {
        var repository = new GiftingRepository(work);
        var person = await repository.PersonDtoAsync(id, cancellationToken) ?? throw new NotFoundException("person");
        return new PersonPage(
            person,
            organization.Currency,
            PersonYear.Of(await repository.SpendingAsync(id, cancellationToken)),
            await repository.GiftsForAsync(id, MaxShown, cancellationToken),
            await repository.OwnPersonAsync(cancellationToken) == id);
    }
}
