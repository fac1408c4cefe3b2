using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>From which day on a property is an owner's, until the day before the next one's.</summary>
public sealed class Ownership : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PropertyId { get; init; }

    public required Guid OwnerId { get; set; }

    /// <summary><see cref="DateOnly.MinValue"/>: always was.</summary>
    public required DateOnly Since { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Owners;
}
