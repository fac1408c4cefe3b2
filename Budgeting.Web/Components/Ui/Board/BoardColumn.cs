namespace Budgeting.Web.Components.Ui;

/// <summary>One column of a board. Count and total are of the whole column, of which <paramref name="Cards"/> may be the first ones.</summary>
/// <param name="Key">Names the column in a move.</param>
/// <param name="EmptyText">Stands in the column while it has no cards.</param>
/// <param name="IsFilteredOut">Whether it has no cards only because of a filter.</param>
public sealed record BoardColumn<TCard>(
    string Key, string Title, int Count, IReadOnlyList<TCard> Cards, decimal? Total = null, string EmptyText = "Nothing here yet",
    bool IsFilteredOut = false)
{
    /// <summary>Equal when it shows the same.</summary>
    public bool Equals(BoardColumn<TCard>? other) =>
        ReferenceEquals(this, other) ||
        (other is not null && (Key, Title, Count, Total, EmptyText, IsFilteredOut) ==
            (other.Key, other.Title, other.Count, other.Total, other.EmptyText, other.IsFilteredOut) && Cards.SequenceEqual(other.Cards));

    public override int GetHashCode() => HashCode.Combine(Key, Count, Total, IsFilteredOut);
}

/// <summary>Where a card is to be put: in the column, behind the card <paramref name="AfterId"/>, or first.</summary>
public sealed record BoardMove<TCard>(TCard Card, string ColumnKey, Guid? AfterId);
