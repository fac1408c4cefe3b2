using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// The parties whose balances are kept. Admins write them, and a member the e-mail address and the IBAN of the owner that they are. Their
/// accounts are shown to these alone.
/// </summary>
public sealed class OwnersService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : OrganizationRecordService<OwnerInput, OwnerDto>(units, current, Role.Member)
{
    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<OwnerDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var (owners, reader) = (await new SharedCostsRepository(work).OwnersAsync(cancellationToken), await AccountReader.OfAsync(Current, cancellationToken));
        return owners.Select(reader.Of).ToList();
    }

    private protected override ValueTask<IRecords<OwnerInput, OwnerDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IRecords<OwnerInput, OwnerDto>>(new OwnerRecords(work, Current, time));
}
