namespace Budgeting.Core.Execution;

/// <summary>What was accepted and isn't paid, by how long it is due.</summary>
/// <param name="AsOf">The day from which ages are counted.</param>
/// <param name="Rows">Those that are due the longest first.</param>
/// <param name="Buckets">Σ of what is due 0–30, 31–60, 61–90 and more than 90 days.</param>
public sealed record AgeingDto(DateOnly AsOf, IReadOnlyList<AgeingRow> Rows, IReadOnlyList<decimal> Buckets)
{
    /// <summary>The last day of each bucket but the last.</summary>
    public static IReadOnlyList<int> LastDays { get; } = [30, 60, 90];
}

/// <param name="DueSince">The first day of which something isn't paid: payments go to what was accepted first.</param>
public sealed record AgeingRow(
    Guid ObligationId,
    Guid AllotmentId,
    Guid ProgramBudgetId,
    Guid ProposalId,
    string ReferenceNo,
    string Payee,
    string Description,
    decimal Due,
    DateOnly DueSince,
    int Days);
