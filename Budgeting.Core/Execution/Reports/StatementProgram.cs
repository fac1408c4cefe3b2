namespace Budgeting.Core.Execution;

/// <summary>A program in a statement.</summary>
/// <param name="All">All of it.</param>
/// <param name="Categories">What was spent on each category.</param>
public sealed record StatementProgram(UtilizationRow All, IReadOnlyList<UtilizationRow> Categories)
{
    /// <summary>The programs of a statement, in its order.</summary>
    public static IReadOnlyList<StatementProgram> Of(UtilizationDto statement) =>
        [.. statement.Rows.GroupBy(r => r.ProgramBudgetId).Select(g => new StatementProgram(g.First(), [.. g.Skip(1)]))];
}
