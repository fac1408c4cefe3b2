using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="Number">Counted from 1 in its quarter; those behind the first are supplemental releases.</param>
/// <param name="Category">What alone may be obligated from it; <c>null</c>: anything.</param>
/// <param name="Reason">Why it was cancelled, or released beyond the first of its quarter.</param>
/// <param name="Obligated">Σ of what its obligations use.</param>
/// <param name="Disbursed">Σ of what was paid.</param>
public sealed record AllotmentDto(
    Guid Id,
    Guid ProgramBudgetId,
    int Quarter,
    int Number,
    BudgetCategory? Category,
    decimal Amount,
    AllotmentStatus Status,
    DateOnly? ReleasedOn,
    DateOnly? CancelledOn,
    string? Reason,
    decimal Obligated,
    decimal Disbursed,
    long Version) : IVersioned
{
    /// <summary>What may still be obligated: of one that isn't released, nothing.</summary>
    public decimal Remaining => (Status == AllotmentStatus.Released ? Amount : 0) - Obligated;

    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public AllotmentInput ToInput() => this.As<AllotmentInput>();
}

/// <summary>What can be written of an allotment while it is planned.</summary>
public sealed record AllotmentInput
{
    public static Fields<AllotmentInput> Fields { get; } = new Fields<AllotmentInput>()
        .Whole(i => i.Quarter, "Quarter", required: true)
        .Choice(i => i.Category, "Category")
        .Amount(i => i.Amount, "Amount", required: true)
        .Choice(i => i.Status, "Status")
        .Day(i => i.ReleasedOn, "Released on")
        .Text(i => i.Reason, "Reason", max: 500, hint: "Needed where the quarter has an allotment already.");

    /// <summary>1–4.</summary>
    public int? Quarter { get; set; }

    /// <summary>What alone may be obligated from it; left out: anything.</summary>
    public BudgetCategory? Category { get; set; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Planned, or released at once.</summary>
    public AllotmentStatus Status { get; set; }

    /// <summary>Neither before the budget's approval nor in the future, and at most its year's last day; left out: today, or that last day. Of a planned one, nothing.</summary>
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>Why there is a supplemental release: needed for all but the first of a quarter.</summary>
    public string? Reason { get; set; }
}
