using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>How far a gift is. Any move is allowed.</summary>
public enum GiftStatus
{
    Idea,
    Selected,
    Purchased,
    Received,
}

/// <summary>One gift of an occasion.</summary>
public sealed class Gift : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid OccasionId { get; set; }

    public Guid? RecipientId { get; set; }

    public required string Name { get; set; }

    public string? Url { get; set; }

    public string? Notes { get; set; }

    /// <summary>The SHA-256 of its <see cref="GiftPicture"/>, in lower-case hexadecimal digits; <c>null</c>: it has none.</summary>
    public string? Picture { get; set; }

    /// <summary>The regular price of one, if known.</summary>
    public decimal? Price { get; set; }

    /// <summary>What one is paid for, if less than the regular price.</summary>
    public decimal? DiscountPrice { get; set; }

    public int Quantity { get; set; } = 1;

    /// <summary>What all of them are paid for, computed by the database as <see cref="GiftPrice"/> does.</summary>
    public decimal LineTotal { get; private set; }

    /// <summary>Whether neither price is known; computed by the database.</summary>
    public bool Unpriced { get; private set; }

    public GiftStatus Status { get; set; }

    /// <summary>The member who buys it.</summary>
    public Guid? BuyerId { get; set; }

    /// <summary>Those who share it, the buyer included where they pay a part; empty: it is the buyer's alone.</summary>
    public IReadOnlyList<Giver> Givers { get; set; } = [];

    /// <summary>The guest who takes it, by the name they gave.</summary>
    public string? GuestName { get; set; }

    /// <summary>Tells the guest's browser apart from others with the same link.</summary>
    public Guid? GuestId { get; set; }

    /// <summary>The recipient's own wish that it stands for.</summary>
    public Guid? WishId { get; set; }

    /// <summary>Whether the recipient took their wish back after somebody had taken it on.</summary>
    public bool NoLongerWished { get; set; }

    /// <summary>What it was imported from, so that the same line of a file adds nothing twice.</summary>
    public Guid? ImportKey { get; set; }

    /// <summary>Where it is in its column of the board, a <see cref="BoardPlace"/>. Nobody is told.</summary>
    public string Place { get; set; } = "";

    /// <summary>The gift that this one was until it was given to or taken from somebody from whom it is kept. Nobody is told.</summary>
    public Guid? ReplacesId { get; set; }

    /// <summary>Whether somebody means to give it, so that it isn't an idea alone.</summary>
    internal bool IsTaken => Status != GiftStatus.Idea || BuyerId is not null || Givers.Count > 0 || GuestName is not null;

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.Occasion(OccasionId);
}
