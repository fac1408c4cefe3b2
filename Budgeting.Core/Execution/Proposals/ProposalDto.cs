using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="StartMonth">The first month of the fiscal year: 1–12.</param>
/// <param name="RequestedTotal">Σ of what its program budgets request.</param>
/// <param name="ApprovedTotal">Σ of what was approved of them, adjustments included; <c>null</c>: nothing was yet.</param>
/// <param name="Adjustments">Σ of how that was adjusted since it was approved: what was approved first is that much less.</param>
/// <param name="CreatedBy">The member who made it; <c>null</c>: the command line.</param>
/// <param name="Reason">Why it was rejected, reopened or closed.</param>
/// <param name="DutiesCombined">Whether who approved it was who made it.</param>
public sealed record ProposalDto(
    Guid Id,
    int FiscalYear,
    int StartMonth,
    string Title,
    ProposalStatus Status,
    decimal RequestedTotal,
    decimal? ApprovedTotal,
    decimal Adjustments,
    Guid? CreatedBy,
    Guid? ApprovedBy,
    DateOnly? ApprovedOn,
    string? Reason,
    bool DutiesCombined,
    long Version) : IVersioned
{
    /// <summary>The days of its fiscal year.</summary>
    internal FiscalYear Year => new(FiscalYear, StartMonth);

    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ProposalInput ToInput() => this.As<ProposalInput>();
}

/// <summary>What can be written of a proposal while it is a draft.</summary>
public sealed record ProposalInput
{
    public static Fields<ProposalInput> Fields { get; } = new Fields<ProposalInput>()
        .Whole(i => i.FiscalYear, "Fiscal year", required: true)
        .Text(i => i.Title, "Title", max: 200, required: true);

    /// <summary>2000–2100: the calendar year in which it ends.</summary>
    public int? FiscalYear { get; set; }

    /// <summary>1–200 characters.</summary>
    public string? Title { get; set; }
}
