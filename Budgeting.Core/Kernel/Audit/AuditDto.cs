namespace Budgeting.Core.Kernel.Audit;

/// <summary>One field of a change, as text; <c>null</c> where it was or became empty.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>One write in the history of a record, with the name of who did it.</summary>
/// <param name="Version">The version that it gave the record; a deletion counts as one.</param>
public sealed record HistoryEntry(
    long Version, DateTimeOffset At, string? By, AuditAction Action, IReadOnlyList<FieldChange> Changes)
{
    private static readonly IReadOnlyDictionary<string, string?> Nothing = new Dictionary<string, string?>(StringComparer.Ordinal);

    internal HistoryEntry Without(IReadOnlySet<string> fields) =>
        fields.Count == 0 ? this : this with { Changes = Changes.Where(c => !fields.Contains(c.Field)).ToList() };

    internal static HistoryEntry Of(AuditEntry entry, string? by)
    {
        var before = RowState.BeforeIn(entry)?.Texts() ?? Nothing;
        var after = RowState.AfterIn(entry)?.Texts() ?? Nothing;
        var changes = before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(field => new FieldChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After)
            .ToList();
        return new HistoryEntry(VersionOf(entry), entry.At, by, entry.Action, changes);
    }

    // A deletion tells the last version that there was.
    internal static long VersionOf(AuditEntry entry) =>
        RowState.AfterIn(entry)?.Get<long>("version") ?? RowState.BeforeIn(entry)!.Get<long>("version") + 1;
}
