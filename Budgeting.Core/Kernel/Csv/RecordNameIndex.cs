namespace Budgeting.Core.Kernel.Csv;

/// <summary>What a file's cells name: found by the name, and named by the id. Where several have one name, each has one with a number besides.</summary>
internal sealed class RecordNameIndex
{
    private const int LongestShown = 100;

    private readonly string _noun;
    private readonly Dictionary<Guid, string> _names;
    private readonly NameIndex[] _indexes;
    private readonly Func<CsvRow, string, string, Guid?>? _orElse;

    /// <param name="noun">What they are.</param>
    /// <param name="records">In the order in which they are numbered.</param>
    /// <param name="orElse">
    /// Where there is none: makes it, by the line, the column and the name, or says why there is none to the line's check.
    /// </param>
    public RecordNameIndex(string noun, IEnumerable<NamedRecord> records, Func<CsvRow, string, string, Guid?>? orElse = null)
    {
        var all = records.ToList();
        (_noun, _orElse) = (noun, orElse);
        _names = UniqueNames(all);
        _indexes = [new NameIndex(_names), IndexOf(all.Where(t => t.Active)), IndexOf(all)];
    }

    public string NameOf(Guid id) => _names[id];

    /// <summary>The one that a cell names; says to the line's check where there is none, or several. What is active comes before what isn't.</summary>
    public Guid? Find(CsvRow row, string column) => row.Text(column)?.Trim() is { } name ? Find(row, column, name) : null;

    /// <summary>The same for a name that is a part of a cell.</summary>
    public Guid? Find(CsvRow row, string column, string name)
    {
        var found = _indexes.Select(i => i.Find(name)).FirstOrDefault(f => f.Count > 0) ?? [];
        if (found.Count == 0 && _orElse is not null)
        {
            return _orElse(row, column, name);
        }

        row.Check.That(found.Count > 0, column, $"There is no {_noun} called “{Shown(name)}”.");
        row.Check.That(found.Count <= 1, column, $"More than one {_noun} is called “{Shown(name)}”. Give them different names first.");
        return found.Count == 1 ? found[0] : null;
    }

    // The only active one of a name keeps it.
    private static Dictionary<Guid, string> UniqueNames(IReadOnlyList<NamedRecord> records)
    {
        var taken = records.Select(t => CanonicalText.Of(t.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unique = new Dictionary<Guid, string>();
        foreach (var alike in records.GroupBy(t => CanonicalText.Of(t.Name), StringComparer.OrdinalIgnoreCase))
        {
            var keeps = alike.Count() == 1 ? alike.Single() : alike.Count(t => t.Active) == 1 ? alike.Single(t => t.Active) : null;
            var number = 0;
            foreach (var record in alike)
            {
                unique[record.Id] = record == keeps ? record.Name : Numbered(record.Name, taken, ref number);
            }
        }

        return unique;
    }

    private static string Numbered(string name, HashSet<string> taken, ref int number)
    {
        string numbered;
        do
        {
            numbered = FormattableString.Invariant($"{name} ({++number})");
        }
        while (!taken.Add(CanonicalText.Of(numbered)));

        return numbered;
    }

    private static NameIndex IndexOf(IEnumerable<NamedRecord> records) => new(records.Select(t => KeyValuePair.Create(t.Id, t.Name)));

    /// <summary>A name as a message quotes it.</summary>
    public static string Shown(string name) => name.Length > LongestShown ? name[..LongestShown] + "…" : name;
}

/// <param name="Active">Whether it comes before others of its name.</param>
internal sealed record NamedRecord(Guid Id, string Name, bool Active = true);
