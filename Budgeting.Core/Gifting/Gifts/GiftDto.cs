using System.Text.Json.Serialization;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <param name="Picture">The SHA-256 of its picture in hexadecimal digits, which is also the picture's ETag; <c>null</c>: it has none.</param>
/// <param name="LineTotal">(discount price, else price, else 0) × quantity.</param>
/// <param name="Givers">Those who share it; empty: it is the buyer's alone.</param>
/// <param name="GuestName">The guest who took it by a guest link.</param>
/// <param name="Wished">Whether the recipient wished for it themselves.</param>
/// <param name="NoLongerWished">Whether they took that back after somebody had taken it on.</param>
public sealed record GiftDto(
    Guid Id,
    Guid OccasionId,
    string Name,
    string? Url,
    string? Notes,
    string? Picture,
    decimal? Price,
    decimal? DiscountPrice,
    int Quantity,
    decimal LineTotal,
    GiftStatus Status,
    Guid? RecipientId,
    Guid? BuyerId,
    IReadOnlyList<Giver> Givers,
    string? GuestName,
    bool Wished,
    bool NoLongerWished,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public GiftInput ToInput() => this.As<GiftInput>();
}

/// <summary>A gift in the present box, with the occasion that it was bought for.</summary>
public sealed record BoxedGift(GiftDto Gift, string OccasionName);

/// <summary>What can be written of a gift.</summary>
public sealed record GiftInput
{
    public static Fields<GiftInput> Fields { get; } = new Fields<GiftInput>()
        .Text(i => i.Name, "Name", max: 200, required: true)
        .Reference(i => i.RecipientId, "For", GiftNames.Person, column: "recipient")
        .Choice(i => i.Status, "Status")
        .Amount(i => i.Price, "Price")
        .Amount(i => i.DiscountPrice, "Discount price")
        .Whole(i => i.Quantity, "Quantity")
        .Text(i => i.Url, "Link", max: 2000)
        .Text(i => i.Notes, "Notes", max: 2000)
        .Reference(i => i.BuyerId, "Bought by", GiftNames.Member, column: "buyer")
        .Text(i => i.GuestName, "Taken by a guest", max: 100)
        .Composite(i => i.Givers, "Given by");

    /// <summary>1–200 characters.</summary>
    public string? Name { get; set; }

    /// <summary>An absolute http or https address, up to 2,000 characters.</summary>
    public string? Url { get; set; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Notes { get; set; }

    /// <summary>What it looks like from now on; <c>null</c>: as it does.</summary>
    [JsonIgnore]
    public PictureInput? Picture { get; set; }

    /// <summary>The regular price of one: 0 to 1e12 in whole minor units; <c>null</c>: not known yet, counts as 0.</summary>
    public decimal? Price { get; set; }

    /// <summary>What one is paid for: from 0 to the price.</summary>
    public decimal? DiscountPrice { get; set; }

    /// <summary>1 to 1,000,000.</summary>
    public int Quantity { get; set; } = 1;

    public GiftStatus Status { get; set; }

    /// <summary>The person it is for.</summary>
    public Guid? RecipientId { get; set; }

    /// <summary>The name of a recipient who is added with it, in place of one who is there already.</summary>
    [JsonIgnore]
    public string? NewPerson { get; set; }

    /// <summary>The member who buys it.</summary>
    public Guid? BuyerId { get; set; }

    /// <summary>Somebody without an account who takes it: up to 100 characters.</summary>
    public string? GuestName { get; set; }

    /// <summary>
    /// Members who share it, each with an amount or an equal part of what the amounts leave; empty: it is the buyer's alone. What
    /// doesn't come out even is the buyer's, else the first one's.
    /// </summary>
    public IReadOnlyList<Giver> Givers { get; set => field = value ?? []; } = [];
}

/// <summary>Where a gift is put on the board: behind <paramref name="AfterId"/>, or first; behind itself: where it is.</summary>
public sealed record GiftMove(GiftStatus Status, Guid? AfterId);
