namespace Budgeting.Core.Gifting;

/// <summary>A gift that a line of a file adds.</summary>
internal sealed record NewGift(int Line, GiftInput Gift, Guid Key)
{
    public decimal LineTotal => (Gift.DiscountPrice ?? Gift.Price ?? 0) * Gift.Quantity;
}

/// <summary>Which lines of a file add something.</summary>
internal sealed class GiftPlan
{
    private readonly Dictionary<Guid, int> _occurrences = [];

    /// <param name="lines">Of the file, in order.</param>
    /// <param name="keys">Those of gifts that were imported before.</param>
    /// <param name="others">What the occasion has besides: a line that says the same adds nothing, so that an export can come back.</param>
    public GiftPlan(IReadOnlyList<(int Line, GiftInput Gift)> lines, IReadOnlySet<Guid> keys, IEnumerable<GiftInput> others)
    {
        var names = lines.Select(l => l.Gift.Name).ToHashSet(StringComparer.Ordinal);
        var unclaimed = others.Where(g => names.Contains(g.Name)).CountBy(ContentOf).ToDictionary();
        var added = new List<NewGift>();
        foreach (var (line, gift) in lines)
        {
            var content = ContentOf(gift);
            var key = GiftCsv.KeyOf(gift, NextOf(content));
            if (!keys.Contains(key) && !Claim(unclaimed, content))
            {
                added.Add(new NewGift(line, gift, key));
            }
        }

        (New, AlreadyThere) = (added, lines.Count - added.Count);
    }

    public IReadOnlyList<NewGift> New { get; }

    public int AlreadyThere { get; }

    private static Guid ContentOf(GiftInput gift) => GiftCsv.KeyOf(gift, occurrence: 0);

    private int NextOf(Guid content) => _occurrences[content] = _occurrences.GetValueOrDefault(content) + 1;

    private static bool Claim(Dictionary<Guid, int> unclaimed, Guid content)
    {
        var count = unclaimed.GetValueOrDefault(content);
        unclaimed[content] = count - 1;
        return count > 0;
    }
}
