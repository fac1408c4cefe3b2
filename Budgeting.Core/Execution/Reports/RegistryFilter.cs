using System.Runtime.InteropServices;

namespace Budgeting.Core.Execution;

/// <summary>Which lines of a registry: those that a figure of the statement is made of.</summary>
/// <param name="Category"><c>null</c>: all.</param>
/// <param name="Figure">What the lines are to come to; <c>null</c>: every line.</param>
/// <param name="Quarter">1–4: what happened in it; <c>null</c>: all of the year.</param>
/// <param name="AsOf">The day until whose end; <c>null</c>: today for what is due, else every day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RegistryFilter(BudgetCategory? Category = null, StatementFigure? Figure = null, int? Quarter = null, DateOnly? AsOf = null)
{
    /// <summary>Whether it asks for what is accepted and not paid, which no transaction says.</summary>
    internal bool AsksForDue => Figure is StatementFigure.Due or StatementFigure.NotYetDue;

    internal bool Has(RegistryEntry entry, FiscalYear year) =>
        (AsOf is not { } day || entry.Date <= day) && (Quarter is not { } quarter || year.QuarterOf(entry.Date) == quarter) && SignOf(entry) != 0;

    /// <summary>How an entry counts to the figure: 1, −1, or 0 where it has nothing to do with it.</summary>
    internal int SignOf(RegistryEntry entry) => (Figure, entry.Level) switch
    {
        (null, _) => 1,
        (StatementFigure.Approved, _) => entry.Kind == RegistryKind.Approval ? 1 : 0,
        (StatementFigure.Adjustments, _) => entry.Kind == RegistryKind.Adjustment ? 1 : 0,
        (StatementFigure.Adjusted or StatementFigure.Unallotted, RegistryLevel.Approved) => 1,
        (StatementFigure.Allotted or StatementFigure.Unobligated, RegistryLevel.Allotted) => 1,
        (StatementFigure.Obligated or StatementFigure.Unpaid or StatementFigure.NotYetDue, RegistryLevel.Obligated) => 1,
        (StatementFigure.Paid, RegistryLevel.Paid) => 1,
        (StatementFigure.Due, RegistryLevel.Due) => 1,
        (StatementFigure.Unallotted, RegistryLevel.Allotted) => -1,
        (StatementFigure.Unobligated, RegistryLevel.Obligated) => -1,
        (StatementFigure.Unpaid or StatementFigure.NotYetDue, RegistryLevel.Paid) => -1,
        (StatementFigure.NotYetDue, RegistryLevel.Due) => -1,
        _ => 0,
    };
}
