using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What an owner's balance begins with in a period: what the period before closed with, or what was typed in for the very first.</summary>
public sealed class OpeningBalance : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Positive: the fund owes the owner.</summary>
    public decimal Amount { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
