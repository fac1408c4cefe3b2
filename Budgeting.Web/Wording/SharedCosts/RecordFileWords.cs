using System.Globalization;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>How kinds of records are called.</summary>
internal static class RecordFileWords
{
    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Contributions => "contributions",
        RecordKind.Expenses => "expenses",
        _ => "readings",
    };

    /// <summary>“1 expense”, “2 expenses”.</summary>
    public static string Counted(RecordKind kind, int count) => $"{count.ToString("N0", CultureInfo.CurrentCulture)} {(count == 1 ? Of(kind)[..^1] : Of(kind))}";

    /// <summary>What a file's first line must name, and may.</summary>
    public static string Columns(RecordKind kind) => kind switch
    {
        RecordKind.Contributions => "“owner”, “amount” and “date” (YYYY-MM-DD) must be there; payout and comment may be.",
        RecordKind.Expenses => "“amount”, “date” (YYYY-MM-DD), and “paymentType” or “budgetItem” must be there; vendor, description, paidBy and refund may be.",
        _ => "“budgetItem”, “property”, “meterSerial”, “startReading” and “endReading” must be there; capacity and estimated may be.",
    };
}
