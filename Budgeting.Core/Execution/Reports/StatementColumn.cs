using System.Runtime.InteropServices;

namespace Budgeting.Core.Execution;

/// <summary>A column of a statement: a figure, of the year or of one quarter.</summary>
/// <param name="Quarter">1–4; <c>null</c>: of the year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StatementColumn(StatementFigure Figure, int? Quarter = null)
{
    /// <summary>In their order.</summary>
    public static IReadOnlyList<StatementColumn> All { get; } =
    [
        new(StatementFigure.Approved), new(StatementFigure.Adjustments), new(StatementFigure.Adjusted), new(StatementFigure.Allotted),
        .. ByQuarter(StatementFigure.Obligated), .. ByQuarter(StatementFigure.Paid),
        new(StatementFigure.Unallotted), new(StatementFigure.Unobligated), new(StatementFigure.Unpaid), new(StatementFigure.Due), new(StatementFigure.NotYetDue),
    ];

    /// <summary>The figure that it has; <c>null</c>: a category has none of its own.</summary>
    public decimal? Of(UtilizationFigures figures) => (Figure, Quarter) switch
    {
        (StatementFigure.Approved, _) => figures.Approved,
        (StatementFigure.Adjustments, _) => figures.Adjustments,
        (StatementFigure.Adjusted, _) => figures.Adjusted,
        (StatementFigure.Allotted, _) => figures.Allotted,
        (StatementFigure.Obligated, { } quarter) => figures.Obligations[quarter - 1],
        (StatementFigure.Obligated, _) => figures.Obligated,
        (StatementFigure.Paid, { } quarter) => figures.Payments[quarter - 1],
        (StatementFigure.Paid, _) => figures.Paid,
        (StatementFigure.Unallotted, _) => figures.Unallotted,
        (StatementFigure.Unobligated, _) => figures.Unobligated,
        (StatementFigure.Unpaid, _) => figures.Unpaid,
        (StatementFigure.Due, _) => figures.Due,
        _ => figures.NotYetDue,
    };

    /// <summary>What share of the level above it is, 0–1; <c>null</c>: it has no level above it, or nothing is there.</summary>
    public decimal? ShareOf(UtilizationFigures figures) => (Figure, Quarter) switch
    {
        (StatementFigure.Allotted, _) => figures.AllottedShare,
        (StatementFigure.Obligated, null) => figures.ObligatedShare,
        (StatementFigure.Paid, null) => figures.PaidShare,
        _ => null,
    };

    private static IEnumerable<StatementColumn> ByQuarter(StatementFigure figure) =>
        [.. Enumerable.Range(1, FiscalYear.Quarters).Select(quarter => new StatementColumn(figure, quarter)), new(figure)];
}
