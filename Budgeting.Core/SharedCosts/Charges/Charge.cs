using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What one owner alone is charged, such as a lost key.</summary>
public sealed class Charge : IDatedRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid OwnerId { get; set; }

    public required string Description { get; set; }

    /// <summary>More than 0.</summary>
    public decimal Amount { get; set; }

    public DateOnly Date { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
