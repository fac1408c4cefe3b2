using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <param name="PaidByOwnerId">Who paid from their pocket; <c>null</c>: the fund.</param>
/// <param name="BudgetItemId">What it is allocated with; <c>null</c>: it isn't, yet.</param>
/// <param name="Refund">Whether it was got back rather than paid.</param>
/// <param name="Receipt">SHA-256 of its receipt; <c>null</c>: it has none.</param>
public sealed record ExpenseDto(
    Guid Id,
    Guid PeriodId,
    string PaymentType,
    decimal Amount,
    DateOnly Date,
    string? Vendor,
    string? Description,
    Guid? PaidByOwnerId,
    Guid? BudgetItemId,
    bool Refund,
    string? Receipt,
    long Version) : IDated
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ExpenseInput ToInput() => this.As<ExpenseInput>();
}

/// <summary>Who paid an expense.</summary>
/// <param name="OwnerId">From their pocket; <c>null</c>: the fund.</param>
public sealed record Payer(Guid? OwnerId)
{
    public static Payer Fund { get; } = new(OwnerId: null);
}

/// <summary>What can be written of an expense.</summary>
public sealed record ExpenseInput
{
    public static Fields<ExpenseInput> Fields { get; } = new Fields<ExpenseInput>()
        .Text(i => i.PaymentType, "Payment type", max: 60)
        .Amount(i => i.Amount, "Amount", required: true)
        .Day(i => i.Date, "Date", required: true)
        .Text(i => i.Vendor, "Vendor", max: 100)
        .Text(i => i.Description, "Description", max: 500)
        .Reference(i => i.PaidByOwnerId, "Paid by", "owner", column: "paidBy")
        .Reference(i => i.BudgetItemId, "Budget item", "item", column: "budgetItem")
        .Flag(i => i.Refund, "Refund");

    /// <summary>Of the list; one that isn't there yet is added to it. 1–60 characters.</summary>
    public string? PaymentType { get; set; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Within the period.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Up to 100 characters.</summary>
    public string? Vendor { get; set; }

    /// <summary>Up to 500 characters.</summary>
    public string? Description { get; set; }

    /// <summary><c>null</c>: the fund paid.</summary>
    public Guid? PaidByOwnerId { get; set; }

    /// <summary>Of the same period; <c>null</c>: it isn't allocated, yet.</summary>
    public Guid? BudgetItemId { get; set; }

    public bool Refund { get; set; }
}
