using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Organizations;

/// <summary>What pages about the organization itself watch.</summary>
public static class OrganizationTopics
{
    public static Topic Organization { get; } = new("organization");

    public static Topic Members { get; } = new("members");

    public static Topic Tokens { get; } = new("tokens");

    /// <summary>A sign-in of the user ended.</summary>
    public static Topic Sessions(Guid userId) => new("sessions", userId);
}
