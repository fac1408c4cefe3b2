using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <summary>What is said of an obligation on paper: that it is requested, and that its allotment covers it.</summary>
/// <param name="Allotment">From which it is obligated, as it is now.</param>
/// <param name="RequestedBy">The member's name; <c>null</c>: it is not known here.</param>
/// <param name="AsOf">The day of which the allotment's figures are: other obligations change them.</param>
/// <param name="At">When this version of the obligation was written.</param>
/// <param name="Hash">Of the audit entry of that, in 64 hexadecimal digits: who has the audit trail finds the entry by it.</param>
public sealed record ObligationPaper(
    string OrganizationName,
    Currency Currency,
    int FiscalYear,
    string ProgramCode,
    string ProgramName,
    string? FundSource,
    AllotmentDto Allotment,
    ObligationDto Obligation,
    string? RequestedBy,
    string? ApprovedBy,
    DateOnly AsOf,
    DateTimeOffset At,
    string Hash)
{
    /// <summary>What other obligations use of the allotment.</summary>
    public decimal UsedByOthers => Allotment.Obligated - Obligation.Used;

    /// <summary>What the allotment has for this one.</summary>
    public decimal Available => Allotment.Amount - UsedByOthers;
}

public enum ObligationPaperKind
{
    /// <summary>Asks for the obligation: there is one from the first.</summary>
    Request,

    /// <summary>Certifies that the allotment covers it: there is one once it is approved.</summary>
    Certificate,
}
