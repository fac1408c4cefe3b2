using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Execution;

/// <summary>What is due as lines for spreadsheets.</summary>
internal static class AgeingCsv
{
    private static readonly string[] Header = ["dueSince", "days", "reference", "payee", "description", "due"];

    public static CsvFile Write(AgeingDto ageing, Currency currency) => CsvFile.Write(
        string.Create(CultureInfo.InvariantCulture, $"Unpaid obligations as of {ageing.AsOf:yyyy-MM-dd}"),
        Header,
        ageing.Rows.Select(r => (IReadOnlyList<object?>)[r.DueSince, r.Days, r.ReferenceNo, r.Payee, r.Description, CsvFile.Amount(r.Due, currency)]));
}
