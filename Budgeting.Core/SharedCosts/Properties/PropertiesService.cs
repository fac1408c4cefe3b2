using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What costs are shared by. An edit counts in every period that was never closed; those that were keep what they were closed with.
/// </summary>
public sealed class PropertiesService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : OrganizationRecordService<PropertyInput, PropertyDto>(units, current, Role.Admin)
{
    /// <summary>All, by name.</summary>
    public async Task<IReadOnlyList<PropertyDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await new SharedCostsRepository(work).PropertiesAsync(cancellationToken);
    }

    private protected override async ValueTask<IRecords<PropertyInput, PropertyDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new PropertyRecords(await PeriodContext.OpenAsync(work, Current, time, cancellationToken));
}
