namespace Budgeting.Core.Kernel.Csv;

/// <summary>Finds by a name: exactly that one, else one that looks the same, else in whichever letter case.</summary>
internal sealed class NameIndex
{
    private readonly ILookup<string, Guid> _exact;
    private readonly ILookup<string, Guid> _same;
    private readonly ILookup<string, Guid> _inAnyCase;

    public NameIndex(IEnumerable<KeyValuePair<Guid, string>> names)
    {
        var all = names.ToList();
        _exact = all.ToLookup(n => n.Value, n => n.Key, StringComparer.Ordinal);
        _same = all.ToLookup(n => CanonicalText.Of(n.Value), n => n.Key, StringComparer.Ordinal);
        _inAnyCase = all.ToLookup(n => CanonicalText.Of(n.Value), n => n.Key, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Guid> Find(string name)
    {
        var same = CanonicalText.Of(name);
        return [.. _exact.Contains(name) ? _exact[name] : _same.Contains(same) ? _same[same] : _inAnyCase[same]];
    }
}
