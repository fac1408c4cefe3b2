using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>A link that shows an occasion's gifts to whoever has it, without an account, until it is revoked.</summary>
public sealed class GuestLink : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid OccasionId { get; init; }

    /// <summary>The recipient whose gifts the link doesn't show, as if it were they who look; <c>null</c>: it shows all.</summary>
    public required Guid? KeptForId { get; init; }

    /// <summary>For whom, as a note to the members.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256 of the link's secret.</summary>
    [Sensitive]
    public required byte[] Hash { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.Occasion(OccasionId);
}
