using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What a file's cells name: found by the name, and named by the id.</summary>
/// <param name="noun">What they are.</param>
internal sealed class NamedThings(string noun, IEnumerable<KeyValuePair<Guid, string>> names)
{
    private const int LongestShown = 100;

    private readonly Dictionary<Guid, string> _names = names.ToDictionary();
    private readonly NameIndex _index = new(names);

    /// <summary>Items go by their payment type; several of one are numbered in the order in which they were added.</summary>
    public static NamedThings OfItems(IReadOnlyList<BudgetItem> items) => new("budget item of this period", items
        .GroupBy(i => i.PaymentType, StringComparer.OrdinalIgnoreCase)
        .SelectMany(g => g.Select((item, index) =>
            KeyValuePair.Create(item.Id, g.Skip(1).Any() ? FormattableString.Invariant($"{item.PaymentType} ({index + 1})") : item.PaymentType)))
        .ToList());

    public string NameOf(Guid id) => _names[id];

    /// <summary>The one that a cell names; says to the line's check where there is none, or several.</summary>
    public Guid? Find(CsvRow row, string column)
    {
        if (row.Text(column)?.Trim() is not { } name)
        {
            return null;
        }

        var found = _index.Find(name);
        row.Check.That(found.Count > 0, column, $"There is no {noun} called “{Shown(name)}”.");
        row.Check.That(found.Count <= 1, column, $"More than one {noun} is called “{Shown(name)}”. Give them different names first.");
        return found.Count == 1 ? found[0] : null;
    }

    private static string Shown(string name) => name.Length > LongestShown ? name[..LongestShown] + "…" : name;
}
