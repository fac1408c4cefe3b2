using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <param name="LineTotal">(discount price, else price, else 0) × quantity.</param>
public sealed record GiftDto(
    Guid Id,
    Guid OccasionId,
    string Name,
    string? Url,
    string? Notes,
    decimal? Price,
    decimal? DiscountPrice,
    int Quantity,
    decimal LineTotal,
    GiftStatus Status,
    Guid? RecipientId,
    Guid? BuyerId,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public GiftInput ToInput() => new()
    {
        Name = Name,
        Url = Url,
        Notes = Notes,
        Price = Price,
        DiscountPrice = DiscountPrice,
        Quantity = Quantity,
        Status = Status,
        RecipientId = RecipientId,
        BuyerId = BuyerId,
    };
}

/// <summary>What can be written of a gift.</summary>
public sealed record GiftInput
{
    /// <summary>1–200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>An absolute http or https address, up to 2,000 characters.</summary>
    public string? Url { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Notes { get; init; }

    /// <summary>The regular price of one: 0 to 1e12 in whole minor units; <c>null</c>: not known yet, counts as 0.</summary>
    public decimal? Price { get; init; }

    /// <summary>What one is paid for: from 0 to the price.</summary>
    public decimal? DiscountPrice { get; init; }

    /// <summary>1 to 1,000,000.</summary>
    public int Quantity { get; init; } = 1;

    public GiftStatus Status { get; init; }

    /// <summary>The person it is for.</summary>
    public Guid? RecipientId { get; init; }

    /// <summary>The member who buys it.</summary>
    public Guid? BuyerId { get; init; }
}

/// <summary>Where a gift is put on the board: behind <paramref name="AfterId"/>, or first; behind itself: where it is.</summary>
public sealed record GiftMove(GiftStatus Status, Guid? AfterId);
