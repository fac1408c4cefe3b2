namespace Budgeting.Core.Execution;

/// <summary>A program in a statement.</summary>
/// <param name="All">All of it.</param>
/// <param name="Categories">What was spent on each category.</param>
public sealed record StatementProgram(UtilizationRow All, IReadOnlyList<UtilizationRow> Categories)
{
    // What was allotted to no category is there for each: what is left of it is none's.
    private bool IsAllottedByCategory => Categories.Sum(c => c.Figures.Allotted) == All.Figures.Allotted;

    /// <summary>The programs of a statement, in its order.</summary>
    public static IReadOnlyList<StatementProgram> Of(UtilizationDto statement) =>
        [.. statement.Rows.GroupBy(r => r.ProgramBudgetId).Select(g => new StatementProgram(g.First(), [.. g.Skip(1)]))];

    /// <summary>A figure of one of its rows; <c>null</c>: a category has none, since approval names no category, and an allotment doesn't need to.</summary>
    public decimal? FigureOf(UtilizationRow row, StatementColumn column) => Has(row, column.Figure) ? column.Of(row.Figures) : null;

    /// <summary>What share of the level above a figure is, 0–1; <c>null</c>: there is none.</summary>
    public decimal? ShareOf(UtilizationRow row, StatementColumn column) =>
        column.Figure == StatementFigure.Obligated && !Has(row, StatementFigure.Unobligated) ? null : column.ShareOf(row.Figures);

    private bool Has(UtilizationRow row, StatementFigure figure) => row.Category is null || figure switch
    {
        StatementFigure.Approved or StatementFigure.Adjustments or StatementFigure.Adjusted or StatementFigure.Unallotted => false,
        StatementFigure.Allotted => row.Figures.Allotted != 0 || IsAllottedByCategory,
        StatementFigure.Unobligated => IsAllottedByCategory,
        _ => true,
    };
}
