namespace Budgeting.Core.Kernel.Csv;

/// <summary>Finds by a name: exactly that one, else in whichever letter case.</summary>
internal sealed class NameIndex
{
    private readonly ILookup<string, Guid> _exact;
    private readonly ILookup<string, Guid> _inAnyCase;

    public NameIndex(IEnumerable<KeyValuePair<Guid, string>> names)
    {
        var all = names.ToList();
        _exact = all.ToLookup(n => n.Value, n => n.Key, StringComparer.Ordinal);
        _inAnyCase = all.ToLookup(n => n.Value, n => n.Key, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Guid> Find(string name) => _exact.Contains(name) ? [.. _exact[name]] : [.. _inAnyCase[name]];
}
