namespace Budgeting.Web.Components.Ui;

/// <summary>Puts cards elsewhere in a board's columns, counts and totals included, before the service has done so.</summary>
internal sealed class BoardLayout<TCard>(Func<TCard, Guid> idOf, Func<TCard, decimal>? totalOf)
{
    /// <summary>The columns with the card behind another one; where that one is gone, at the end.</summary>
    public IReadOnlyList<BoardColumn<TCard>> Place(IReadOnlyList<BoardColumn<TCard>> columns, BoardMove<TCard> move) =>
        Place(columns, move.Card, move.ColumnKey, cards => move.AfterId is null ? 0 : IndexOf(cards, move.AfterId.Value) is var i and >= 0 ? i + 1 : cards.Count);

    /// <summary>The columns with the card at an index, or at the end of a column that is shorter.</summary>
    public IReadOnlyList<BoardColumn<TCard>> Place(IReadOnlyList<BoardColumn<TCard>> columns, TCard card, string columnKey, int index) =>
        Place(columns, card, columnKey, cards => Math.Min(index, cards.Count));

    /// <summary>Where the card is; <c>null</c> where it is not among the cards shown.</summary>
    public (BoardColumn<TCard> Column, int Index)? Find(IReadOnlyList<BoardColumn<TCard>> columns, Guid id)
    {
        foreach (var column in columns)
        {
            if (IndexOf(column.Cards, id) is var index and >= 0)
            {
                return (column, index);
            }
        }

        return null;
    }

    /// <summary>The card before an index: the one to be put behind.</summary>
    public Guid? Before(BoardColumn<TCard> column, int index) => index == 0 ? null : idOf(column.Cards[index - 1]);

    private List<BoardColumn<TCard>> Place(
        IReadOnlyList<BoardColumn<TCard>> columns, TCard card, string columnKey, Func<IReadOnlyList<TCard>, int> indexIn)
    {
        var id = idOf(card);
        var total = totalOf?.Invoke(card) ?? 0;
        return columns.Select(c => Without(c, id, total)).Select(c => c.Key == columnKey ? With(c, card, total, indexIn(c.Cards)) : c).ToList();
    }

    private BoardColumn<TCard> Without(BoardColumn<TCard> column, Guid id, decimal total) =>
        IndexOf(column.Cards, id) < 0
            ? column
            : column with { Count = column.Count - 1, Total = column.Total - total, Cards = column.Cards.Where(c => idOf(c) != id).ToList() };

    private static BoardColumn<TCard> With(BoardColumn<TCard> column, TCard card, decimal total, int index)
    {
        var cards = column.Cards.ToList();
        cards.Insert(index, card);
        return column with { Count = column.Count + 1, Total = column.Total + total, Cards = cards };
    }

    private int IndexOf(IReadOnlyList<TCard> cards, Guid id)
    {
        for (var i = 0; i < cards.Count; i++)
        {
            if (idOf(cards[i]) == id)
            {
                return i;
            }
        }

        return -1;
    }
}
