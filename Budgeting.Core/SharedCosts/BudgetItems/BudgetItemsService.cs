using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What periods budget for, and how it is shared. An edit shares what was recorded with the item again.</summary>
public sealed class BudgetItemsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : PeriodRecordService<BudgetItemInput, BudgetItemDto>(units, current, time, Role.Admin)
{
    private protected override PeriodRows<BudgetItemDto> Rows => BudgetItemRecords.LatestAsync;

    private protected override IRecords<BudgetItemInput, BudgetItemDto> In(PeriodContext period) => new BudgetItemRecords(period);
}
