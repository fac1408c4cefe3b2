namespace Budgeting.Core.Gifting;

/// <summary>Which gifts of an occasion: those of a meter segment, of a recipient, or all.</summary>
/// <param name="Segment"><see cref="GiftMeter.Purchased"/>, <see cref="GiftMeter.Planned"/> or <c>null</c>.</param>
public sealed record GiftFilter(string? Segment = null, Guid? RecipientId = null)
{
    public static GiftFilter All { get; } = new();

    /// <summary>Set by the service from the occasion: whether ideas are part of what is planned.</summary>
    internal bool IdeasCount { get; init; } = true;
}

public enum GiftColumn
{
    Added,
    Name,
    Recipient,
    Status,
    Price,
    Total,
}

public sealed record GiftOrder(GiftColumn Column = GiftColumn.Added, bool Descending = false);

/// <summary>One column of the board. Count and total are of the whole column, of which <paramref name="Gifts"/> may be the first ones.</summary>
public sealed record BoardColumn(GiftStatus Status, int Count, decimal Total, IReadOnlyList<GiftDto> Gifts);

public sealed record Board(IReadOnlyList<BoardColumn> Columns);
