using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>A flat, a house, a garage: what costs are shared by.</summary>
public sealed class Property : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>Its name or number.</summary>
    public required string Name { get; set; }

    /// <summary>0 or more: its part in what is shared in proportion.</summary>
    public decimal ShareWeight { get; set; }

    public bool Active { get; set; } = true;

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Owners;
}
