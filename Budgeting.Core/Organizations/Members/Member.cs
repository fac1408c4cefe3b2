using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Organizations;

/// <summary>A user's membership in an organization, with a role. One who left stays, inactive, for the history's sake.</summary>
public sealed class Member : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public required Role Role { get; set; }

    public bool Active { get; set; } = true;

    public long Version { get; set; }

    public Topic Topic => OrganizationTopics.Members;
}
