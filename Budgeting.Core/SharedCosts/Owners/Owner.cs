using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>A party of the community, who owns properties and has a balance.</summary>
public sealed class Owner : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    /// <summary>The member that this owner is, who may then record for them.</summary>
    public Guid? MemberId { get; set; }

    public string? Email { get; set; }

    /// <summary>The account that the owner is paid to, without spaces.</summary>
    public string? Iban { get; set; }

    public bool Active { get; set; } = true;

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Owners;
}
