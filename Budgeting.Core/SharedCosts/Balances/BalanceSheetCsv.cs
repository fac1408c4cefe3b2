using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>A balance sheet as lines for spreadsheets: one for each owner, and the sums last.</summary>
internal static class BalanceSheetCsv
{
    private static readonly string[] Header = ["owner", "opening", "contributions", "paid", "allocated", "charges", "balance"];

    public static CsvFile Write(string periodName, BalanceSheet sheet, Currency currency)
    {
        var totals = sheet.Totals;
        return CsvFile.Write(
            $"{periodName} balances",
            Header,
            sheet.Rows
                .Select(r => Line(r.Name, r.Opening, r.Contributions, r.Paid, r.Allocated, r.Charges, r.Balance))
                .Append(Line("Total", totals.Opening, totals.Contributions, totals.Paid, totals.Allocated, totals.Charges, totals.Balance)));

        IReadOnlyList<object?> Line(string name, params decimal[] amounts) => [name, .. amounts.Select(a => CsvFile.Amount(a, currency))];
    }
}
