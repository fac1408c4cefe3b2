using System.Text.Json.Serialization;

namespace Budgeting.Core.Execution;

/// <summary>
/// The statement of appropriations, allotments, obligations, disbursements and balances of a fiscal year, as of the end of a day. What
/// happened later isn't in it, however it was recorded since; an amount stands in the quarter of its own date.
/// </summary>
/// <param name="Rows">By program code; of a program first all of it, then each category that something was spent on.</param>
public sealed record UtilizationDto(ProposalDto Proposal, DateOnly AsOf, IReadOnlyList<UtilizationRow> Rows, UtilizationFigures Total);

/// <param name="Category"><c>null</c>: all of the program.</param>
public sealed record UtilizationRow(Guid ProgramBudgetId, string ProgramCode, string ProgramName, BudgetCategory? Category, UtilizationFigures Figures);

/// <param name="Approved">As it was approved; <c>null</c>: of a category, since approval names none.</param>
/// <param name="Adjustments">Σ of supplements, cuts and reallocations; <c>null</c> where nothing is approved of its own.</param>
/// <param name="Allotted">Σ of what was released and not cancelled; of a category, what was released for it alone. <c>null</c>: only for any category.</param>
/// <param name="Obligations">Of the four quarters: what was obligated, less what was given back.</param>
/// <param name="Payments">Of the four quarters: what was paid, less what was void.</param>
/// <param name="Due">Accepted and not paid.</param>
public sealed record UtilizationFigures(
    decimal? Approved, decimal? Adjustments, decimal? Allotted, IReadOnlyList<decimal> Obligations, IReadOnlyList<decimal> Payments, decimal Due)
{
    public static UtilizationFigures Zero { get; } = new(0, 0, 0, [0, 0, 0, 0], [0, 0, 0, 0], 0);

    /// <summary>Whether something was released for any category: what is left of it is no category's own.</summary>
    [JsonIgnore]
    public bool SharesAllotments { get; init; }

    public decimal? Adjusted => Approved + Adjustments;

    public decimal Obligated => Obligations.Sum();

    public decimal Paid => Payments.Sum();

    public decimal? Unallotted => Adjusted - Allotted;

    public decimal? Unobligated => SharesAllotments ? null : Allotted - Obligated;

    public decimal Unpaid => Obligated - Paid;

    /// <summary>Obligated, and neither paid nor due.</summary>
    public decimal NotYetDue => Unpaid - Due;

    /// <summary>What of the one above it each level uses, 0–1; <c>null</c>: there is nothing above it.</summary>
    public decimal? AllottedShare => ShareOf(Allotted, Adjusted);

    /// <inheritdoc cref="AllottedShare"/>
    public decimal? ObligatedShare => SharesAllotments ? null : ShareOf(Obligated, Allotted);

    /// <inheritdoc cref="AllottedShare"/>
    public decimal? PaidShare => ShareOf(Paid, Obligated);

    public static UtilizationFigures operator +(UtilizationFigures one, UtilizationFigures other) => new(
        one.Approved + other.Approved, one.Adjustments + other.Adjustments, one.Allotted + other.Allotted,
        [.. one.Obligations.Zip(other.Obligations, (a, b) => a + b)], [.. one.Payments.Zip(other.Payments, (a, b) => a + b)], one.Due + other.Due);

    private static decimal? ShareOf(decimal? part, decimal? whole) => whole == 0 ? null : part / whole;
}
