using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>An expense as it is typed.</summary>
/// <param name="itemOf">The budget item that a payment type belongs to.</param>
internal sealed class ExpenseModel(Func<string, Guid?> itemOf)
{
    private string? _paymentType;

    public decimal? Amount { get; set; }

    public string? Vendor { get; set; }

    public string? Description { get; set; }

    /// <summary>Chooses the item that is budgeted for it; where none is, leaves the one that the type before had chosen.</summary>
    public string? PaymentType
    {
        get => _paymentType;
        set => (_paymentType, BudgetItemId) = (value, itemOf(value ?? "") ?? (BudgetItemId == itemOf(_paymentType ?? "") ? null : BudgetItemId));
    }

    public DateOnly? Date { get; set; }

    public Guid? PaidByOwnerId { get; set; }

    public Guid? BudgetItemId { get; set; }

    public bool Refund { get; set; }

    public static ExpenseModel Of(ExpenseDto expense, Func<string, Guid?> itemOf) => new(itemOf)
    {
        _paymentType = expense.PaymentType,
        Amount = expense.Amount,
        Vendor = expense.Vendor,
        Description = expense.Description,
        Date = expense.Date,
        PaidByOwnerId = expense.PaidByOwnerId,
        BudgetItemId = expense.BudgetItemId,
        Refund = expense.Refund,
    };

    /// <summary>The one after it: bills of one kind and day come together.</summary>
    public ExpenseModel Next() => new(itemOf) { _paymentType = _paymentType, BudgetItemId = BudgetItemId, Date = Date, PaidByOwnerId = PaidByOwnerId };

    public ExpenseInput ToInput() => new()
    {
        PaymentType = PaymentType,
        Amount = Amount,
        Date = Date,
        Vendor = Vendor,
        Description = Description,
        PaidByOwnerId = PaidByOwnerId,
        BudgetItemId = BudgetItemId,
        Refund = Refund,
    };
}
