using System.Globalization;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Organizations;

/// <summary>Entries as lines for spreadsheets: one for each field that was written.</summary>
internal static class AuditCsv
{
    private static readonly string[] Header = ["at", "member", "tokenId", "entity", "id", "action", "field", "before", "after", "traceId"];

    public static CsvFile Write(IEnumerable<AuditEntryDto> entries) => CsvFile.Write("audit", Header, entries.SelectMany(LinesOf));

    private static IEnumerable<IReadOnlyList<object?>> LinesOf(AuditEntryDto entry) => entry.Changes.Select(change => (IReadOnlyList<object?>)
    [
        entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), entry.By, entry.TokenId?.ToString(), entry.Entity,
        entry.EntityId.ToString(), entry.Action.ToString(), change.Field, change.Before, change.After, entry.TraceId,
    ]);
}
