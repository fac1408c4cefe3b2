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

    public required Guid OccasionId { get; init; }

    public Guid? RecipientId { get; set; }

    public required string Name { get; set; }

    public string? Url { get; set; }

    public string? Notes { get; set; }

    /// <summary>The regular price of one, if known.</summary>
    public decimal? Price { get; set; }

    /// <summary>What one is paid for, if less than the regular price.</summary>
    public decimal? DiscountPrice { get; set; }

    public int Quantity { get; set; } = 1;

    /// <summary>(discount price, else price, else 0) × quantity, computed by the database.</summary>
    public decimal LineTotal { get; private set; }

    /// <summary>Whether neither price is known; computed by the database.</summary>
    public bool Unpriced { get; private set; }

    public GiftStatus Status { get; set; }

    /// <summary>The member who buys it.</summary>
    public Guid? BuyerId { get; set; }

    /// <summary>Order within its column of the board; gaps mean nothing.</summary>
    public long Position { get; set; }

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.Occasion(OccasionId);
}
