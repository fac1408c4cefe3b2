namespace Budgeting.Core.Kernel.Audit;

public enum AuditAction
{
    Created,
    Changed,
    Deleted,
}

/// <summary>
/// One write, told for good: append-only by trigger, numbered without gaps in each organization, and sealed by a hash that
/// includes the entry before (<see cref="AuditChain"/>). It doubles as the change row: what is new after a sequence number is
/// what changed since.
/// </summary>
public sealed class AuditEntry : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>1, 2, 3 … in each organization.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a member, or <c>null</c> for the command line.</summary>
    public required Guid? MemberId { get; init; }

    /// <summary>The token it was done with, if one was.</summary>
    public required Guid? TokenId { get; init; }

    /// <summary>The kind of row, such as <c>Gift</c>.</summary>
    public required string Entity { get; init; }

    public required Guid EntityId { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>The changed fields as they were, as canonical JSON; <c>null</c> for a creation.</summary>
    public required string? Before { get; init; }

    /// <summary>The changed fields as they became; <c>null</c> for a deletion.</summary>
    public required string? After { get; init; }

    public required string TopicName { get; init; }

    public required Guid? TopicId { get; init; }

    public required string? TraceId { get; init; }

    public required byte[] PreviousHash { get; init; }

    public byte[] Hash { get; set; } = [];
}
