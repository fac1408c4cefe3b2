using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What periods budget for, and how it is shared. An edit shares what was recorded with the item again.</summary>
public sealed class BudgetItemsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : RecordService<BudgetItemInput, BudgetItemDto>(units, Role.Admin)
{
    private protected override async ValueTask<IRecords<BudgetItemInput, BudgetItemDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new BudgetItemRecords(await PeriodContext.OpenAsync(work, current, time, cancellationToken));
}
