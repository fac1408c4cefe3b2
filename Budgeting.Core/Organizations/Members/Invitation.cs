using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Organizations;

/// <summary>A link that lets one person join with a role, once, until it expires or is revoked.</summary>
public sealed class Invitation : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Role Role { get; init; }

    /// <summary>For whom, as a note to the admins.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256 of the link's secret.</summary>
    [Sensitive]
    public required byte[] Hash { get; init; }

    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public Guid? AcceptedBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public long Version { get; set; }

    public Topic Topic => OrganizationTopics.Members;
}
