using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What one property of one owner bears of an expense, or of an item that is charged by its unit price. Its exact share is the amount of
/// all its lines × weight × days ÷ Σ (weight × days).
/// </summary>
public sealed class AllocationLine : IDerivedRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    /// <summary>The expense; or the budget item itself, of a tariff.</summary>
    public required Guid SourceId { get; init; }

    public required Guid BudgetItemId { get; init; }

    public required Guid PropertyId { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Whether it is consumption × unit price, without an expense.</summary>
    public required bool IsTariff { get; init; }

    /// <summary>Share weight, 1, or consumption, as the strategy says.</summary>
    public required decimal Weight { get; init; }

    public required int Days { get; init; }

    /// <summary>Negative for a refund.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The minor unit that was given (1) or taken (−1) so that the lines add up.</summary>
    public required int Adjustment { get; init; }
}
