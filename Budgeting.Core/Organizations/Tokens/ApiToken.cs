using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Organizations;

/// <summary>A program's key: it acts as its member, with the member's role or less. Only a hash of it is kept.</summary>
public sealed class ApiToken : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid MemberId { get; init; }

    public required string Name { get; init; }

    /// <summary>The most it may do; the member's own role, where lower, wins.</summary>
    public required Role Role { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    [Sensitive]
    public required byte[] Hash { get; init; }

    /// <summary>The first characters after the prefix, so that people can tell tokens apart.</summary>
    public required string Hint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public long Version { get; set; }

    public Topic Topic => OrganizationTopics.Tokens;
}

/// <summary>When a token was last used. Kept apart from the token, since use is no change worth an audit entry.</summary>
public sealed class ApiTokenUse : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required DateTimeOffset LastUsedAt { get; set; }
}
