using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What an owner was told of a closed period. It stays as issued; a correction issues a further one.</summary>
public sealed class Statement : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>1, 2, 3 … in each organization.</summary>
    public required long Number { get; init; }

    /// <summary>The statement that this one corrects.</summary>
    public Guid? CorrectsId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Everything it says, as JSON: <see cref="StatementContent"/>.</summary>
    public required string Content { get; init; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
