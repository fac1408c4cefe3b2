namespace Budgeting.Core.Storage;

/// <summary>
/// The audit entries that this process wrote since the last two looks at everybody's: its pages were told of them at the
/// commit. Nothing is kept where nobody looks.
/// </summary>
public sealed class OwnEntries
{
    private readonly Lock _lock = new();
    private HashSet<Guid>? _latest;
    private HashSet<Guid> _earlier = [];

    /// <summary>Call before the commit, so that no look finds an entry that isn't noted. One that is rolled back does no harm.</summary>
    internal void Note(IEnumerable<Guid> entryIds)
    {
        lock (_lock)
        {
            _latest?.UnionWith(entryIds);
        }
    }

    /// <summary>What was noted, until now and before the look before: a commit may take longer than the time between.</summary>
    internal IReadOnlySet<Guid> Look()
    {
        lock (_lock)
        {
            var known = new HashSet<Guid>(_earlier);
            known.UnionWith(_latest ?? []);
            (_earlier, _latest) = (_latest ?? [], []);
            return known;
        }
    }
}
