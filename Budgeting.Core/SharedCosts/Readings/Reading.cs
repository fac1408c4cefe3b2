using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What one meter of a property showed at the start and at the end. A replaced meter leaves two, of different serials.</summary>
public sealed class Reading : IPeriodRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid BudgetItemId { get; set; }

    public required Guid PropertyId { get; set; }

    public required string MeterSerial { get; set; }

    public decimal StartReading { get; set; }

    public decimal EndReading { get; set; }

    /// <summary>Where the meter begins at 0 again: 100,000 for one of five digits. Given, the end may be before the start.</summary>
    public decimal? Capacity { get; set; }

    /// <summary>Whether it was guessed rather than read.</summary>
    public bool Estimated { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
