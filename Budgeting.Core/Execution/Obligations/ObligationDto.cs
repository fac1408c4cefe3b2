using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="FinalAmount">Once it is liquidated, what was paid of it.</param>
/// <param name="Used">What it uses of its allotment.</param>
/// <param name="EndedOn">When it was liquidated or cancelled, which takes effect on its own date at the earliest.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="CreatedBy">The member who requested it; <c>null</c>: the command line.</param>
/// <param name="DutiesCombined">Whether who approved it was who requested it.</param>
/// <param name="Disbursed">Σ of what was paid.</param>
/// <param name="Delivered">Σ of its work items.</param>
/// <param name="Accepted">Σ of the work items that were accepted.</param>
public sealed record ObligationDto(
    Guid Id,
    Guid AllotmentId,
    ObligationKind Kind,
    BudgetCategory Category,
    string? ObjectCode,
    string ReferenceNo,
    string Payee,
    string Description,
    decimal Amount,
    DateOnly Date,
    ObligationStatus Status,
    decimal? FinalAmount,
    decimal Used,
    DateOnly? EndedOn,
    string? Reason,
    Guid? CreatedBy,
    Guid? ApprovedBy,
    bool DutiesCombined,
    decimal Disbursed,
    decimal Delivered,
    decimal Accepted,
    long Version) : IVersioned
{
    /// <summary>What of it may still be paid, or could be once it is approved.</summary>
    public decimal Remaining => Used - Disbursed;

    /// <summary>Accepted and not paid.</summary>
    public decimal Due => Math.Clamp(Accepted - Disbursed, 0, Math.Max(Remaining, 0));

    /// <summary>Neither paid nor due.</summary>
    public decimal NotYetDue => Remaining - Due;

    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ObligationInput ToInput() => this.As<ObligationInput>();
}

/// <summary>What can be written of an obligation while it is requested.</summary>
public sealed record ObligationInput
{
    public static Fields<ObligationInput> Fields { get; } = new Fields<ObligationInput>()
        .Choice(i => i.Kind, "Kind", required: true)
        .Choice(i => i.Category, "Category", required: true)
        .Text(i => i.ObjectCode, "Object code", max: 20)
        .Text(i => i.ReferenceNo, "Reference no.", max: 50, autocomplete: false)
        .Text(i => i.Payee, "Payee", max: 100, required: true)
        .Text(i => i.Description, "Description", max: 500, required: true)
        .Amount(i => i.Amount, "Amount", required: true)
        .Day(i => i.Date, "Date");

    public ObligationKind Kind { get; set; }

    public BudgetCategory Category { get; set; } = BudgetCategory.Operating;

    public string? ObjectCode { get; set; }

    /// <summary>The only one in the organization, whether in capitals or not; left out: the next of the fiscal year's series.</summary>
    public string? ReferenceNo { get; set; }

    /// <summary>1–100 characters.</summary>
    public string? Payee { get; set; }

    /// <summary>1–500 characters.</summary>
    public string? Description { get; set; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Within the fiscal year, and not before its allotment was released; left out: today, or the nearest such day to it.</summary>
    public DateOnly? Date { get; set; }
}
