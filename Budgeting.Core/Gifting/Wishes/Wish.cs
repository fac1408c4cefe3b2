using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>
/// What somebody wishes for, as they themselves see it. The gift that it led to is a row of its own, which they don't see: what
/// becomes of it leaves no trace here.
/// </summary>
public sealed class Wish : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid OccasionId { get; init; }

    /// <summary>Who wishes.</summary>
    public required Guid PersonId { get; init; }

    public required string Name { get; set; }

    public string? Url { get; set; }

    public string? Notes { get; set; }

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.Occasion(OccasionId);
}
