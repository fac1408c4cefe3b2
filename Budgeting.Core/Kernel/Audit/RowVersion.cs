using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>One version of a row, and the entry that made it.</summary>
/// <param name="WriteId">The write that made it, which may have made versions of other rows as well.</param>
/// <param name="Sequence">The number of its entry in the audit trail.</param>
/// <param name="MemberId">Who made it.</param>
/// <param name="History">The same for people.</param>
/// <param name="State">What the row was from then on; <c>null</c>: deleted.</param>
/// <param name="Before">What it was until then; <c>null</c>: it wasn't there.</param>
internal sealed record RowVersion(Guid WriteId, long Sequence, Guid? MemberId, HistoryEntry History, RowState? State, RowState? Before)
{
    public long Number => History.Version;

    /// <summary>Refuses what was made on another version than this, the newest.</summary>
    /// <param name="number">The version it was made on.</param>
    /// <param name="noun">What the row is, for people.</param>
    /// <exception cref="NotFoundException">It was deleted since.</exception>
    /// <exception cref="StaleException">It was changed since.</exception>
    public void RequireNumber(long number, string noun)
    {
        if (Number != number)
        {
            throw State is null ? new NotFoundException(noun) : new StaleException(noun, History.By);
        }
    }

    /// <summary>The version that a deletion made: its entry has the whole row as it was.</summary>
    internal static RowVersion OfDeletion(AuditEntry entry, string? by) =>
        new(Audit.WriteId.Of(entry.Id), entry.Sequence, entry.MemberId, HistoryEntry.Of(entry, by), State: null, RowState.BeforeIn(entry));

    /// <summary>Every version of one row, newest first.</summary>
    /// <param name="oldestFirst">All its entries, each with the name of who made it.</param>
    internal static IReadOnlyList<RowVersion> Fold(IEnumerable<(AuditEntry Entry, string? By)> oldestFirst)
    {
        var versions = new List<RowVersion>();
        RowState? state = null;
        foreach (var (entry, by) in oldestFirst)
        {
            var before = state;
            state = (entry.Action, RowState.AfterIn(entry)) switch
            {
                (AuditAction.Deleted, _) or (_, null) => null,
                (AuditAction.Changed, var after) when before is not null => before.With(after),
                (_, var after) => after,
            };
            versions.Add(new RowVersion(Audit.WriteId.Of(entry.Id), entry.Sequence, entry.MemberId, HistoryEntry.Of(entry, by), state, before));
        }

        versions.Reverse();
        return versions;
    }
}
