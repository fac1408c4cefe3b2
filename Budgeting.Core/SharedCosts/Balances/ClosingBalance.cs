using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>An owner's line of the balance sheet as it was when the period was closed.</summary>
public sealed class ClosingBalance : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid OwnerId { get; init; }

    public decimal Opening { get; set; }

    public decimal Contributions { get; set; }

    /// <summary>From their own pocket.</summary>
    public decimal Paid { get; set; }

    public decimal Allocated { get; set; }

    public decimal Charges { get; set; }

    /// <summary>Opening + contributions + paid − allocated − charges. Positive: the fund owes the owner.</summary>
    public decimal Balance { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
