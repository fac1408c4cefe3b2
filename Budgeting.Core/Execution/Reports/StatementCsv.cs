using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Execution;

/// <summary>A statement as lines for spreadsheets: of a program all of it, then each category, and the sums of all programs last.</summary>
internal static class StatementCsv
{
    private static readonly StatementColumn[] Shares = [new(StatementFigure.Allotted), new(StatementFigure.Obligated), new(StatementFigure.Paid)];

    private static readonly string[] Header = ["program", "name", "category", .. StatementColumn.All.Select(NameOf), .. Shares.Select(s => $"{NameOf(s)}Share")];

    public static CsvFile Write(UtilizationDto statement, Currency currency)
    {
        var rows = StatementProgram.Of(statement).SelectMany(
            program => program.Categories.Prepend(program.All),
            (_, row) => Line(row.ProgramCode, row.ProgramName, row.Category, row.Figures));
        var name = string.Create(CultureInfo.InvariantCulture, $"Statement {statement.Proposal.FiscalYear} as of {statement.AsOf:yyyy-MM-dd}");
        return CsvFile.Write(name, Header, rows.Append(Line("Total", "", category: null, statement.Total)));

        IReadOnlyList<object?> Line(string code, string program, BudgetCategory? category, UtilizationFigures figures) =>
        [
            code, program, category?.ToString(),
            .. StatementColumn.All.Select(c => CsvFile.Amount(c.Of(figures), currency)),
            .. Shares.Select(s => CsvFile.Number(s.ShareOf(figures) is { } known ? Math.Round(known, 4) : null)),
        ];
    }

    private static string NameOf(StatementColumn column) =>
        string.Create(CultureInfo.InvariantCulture, $"{CamelCase(column.Figure.ToString())}{(column.Quarter is { } quarter ? $"Q{quarter}" : "")}");

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
