using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>By what the expenses of a budget item are shared.</summary>
public enum AllocationStrategy
{
    /// <summary>By share weight of the active properties.</summary>
    [JsonStringEnumMemberName("PROPORTIONAL")]
    Proportional,

    /// <summary>Equally by active property: an owner of two pays twice.</summary>
    [JsonStringEnumMemberName("FIXED_FEE")]
    FixedFee,

    /// <summary>By consumption, as the readings say.</summary>
    [JsonStringEnumMemberName("USAGE_BASED")]
    UsageBased,

    /// <summary>Not at all: it stays with the fund.</summary>
    [JsonStringEnumMemberName("NONE")]
    None,
}

/// <summary>What a period's budget sets aside for a payment type, and how that is shared.</summary>
public sealed class BudgetItem : IPeriodRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required string PaymentType { get; set; }

    /// <summary>0 or more.</summary>
    public decimal BudgetedCost { get; set; }

    public AllocationStrategy Strategy { get; set; }

    /// <summary>For a unit of consumption. It is informative once there is a bill, and charged while there is none.</summary>
    public decimal? UnitPrice { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
