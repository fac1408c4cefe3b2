using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="Reason">Why it is void.</param>
/// <param name="CreatedBy">The member who paid it; <c>null</c>: the command line.</param>
/// <param name="DutiesCombined">Whether who paid it was who requested the obligation.</param>
/// <param name="Remaining">What of its obligation may still be paid.</param>
public sealed record DisbursementDto(
    Guid Id,
    Guid ObligationId,
    decimal Amount,
    DateOnly Date,
    DisbursementMethod Method,
    string? Reference,
    string Payee,
    DisbursementStatus Status,
    DateOnly? VoidedOn,
    string? Reason,
    Guid? CreatedBy,
    bool DutiesCombined,
    decimal Remaining,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public DisbursementInput ToInput() => this.As<DisbursementInput>();
}

/// <summary>What can be written of a disbursement.</summary>
public sealed record DisbursementInput
{
    public static Fields<DisbursementInput> Fields { get; } = new Fields<DisbursementInput>()
        .Amount(i => i.Amount, "Amount", required: true)
        .Day(i => i.Date, "Date")
        .Choice(i => i.Method, "Method", required: true)
        .Text(i => i.Reference, "Reference", max: 100, autocomplete: false)
        .Text(i => i.Payee, "Payee", max: 100);

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Not before the obligation's and not in the future; left out: today.</summary>
    public DateOnly? Date { get; set; }

    public DisbursementMethod Method { get; set; }

    public string? Reference { get; set; }

    /// <summary>Left out: the obligation's.</summary>
    public string? Payee { get; set; }
}
