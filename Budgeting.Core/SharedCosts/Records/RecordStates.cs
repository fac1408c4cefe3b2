using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.SharedCosts;

/// <summary>What a record was, as the audit trail has it, as an input that would write it.</summary>
internal static class RecordStates
{
    public static ContributionInput Contribution(RowState state) => new()
    {
        OwnerId = state.Get<Guid>("ownerId"),
        Amount = state.Get<decimal>("amount"),
        Payout = state.Get<bool>("payout"),
        Date = state.Get<DateOnly>("date"),
        Comment = state.Get<string>("comment"),
    };

    public static BudgetItemInput BudgetItem(RowState state) => new()
    {
        PaymentType = state.Get<string>("paymentType"),
        BudgetedCost = state.Get<decimal>("budgetedCost"),
        Strategy = state.Get<AllocationStrategy>("strategy"),
        UnitPrice = state.Get<decimal?>("unitPrice"),
    };

    public static ReadingInput Reading(RowState state) => new()
    {
        BudgetItemId = state.Get<Guid>("budgetItemId"),
        PropertyId = state.Get<Guid>("propertyId"),
        MeterSerial = state.Get<string>("meterSerial"),
        StartReading = state.Get<decimal>("startReading"),
        EndReading = state.Get<decimal>("endReading"),
        Capacity = state.Get<decimal?>("capacity"),
        Estimated = state.Get<bool>("estimated"),
    };

    public static ChargeInput Charge(RowState state) => new()
    {
        OwnerId = state.Get<Guid>("ownerId"), Description = state.Get<string>("description"), Amount = state.Get<decimal>("amount"), Date = state.Get<DateOnly>("date"),
    };

    public static ExpenseInput Expense(RowState state) => new()
    {
        PaymentType = state.Get<string>("paymentType"),
        Amount = state.Get<decimal>("amount"),
        Date = state.Get<DateOnly>("date"),
        Vendor = state.Get<string>("vendor"),
        Description = state.Get<string>("description"),
        PaidByOwnerId = state.Get<Guid?>("paidByOwnerId"),
        BudgetItemId = state.Get<Guid?>("budgetItemId"),
        Refund = state.Get<bool>("refund"),
    };
}
