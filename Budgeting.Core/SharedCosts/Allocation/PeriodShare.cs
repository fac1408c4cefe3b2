using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What one property of one owner takes part with in a period. It follows the properties until the period is first closed, and stays as it
/// was then.
/// </summary>
public sealed class PeriodShare : IDerivedRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid PropertyId { get; init; }

    public required Guid OwnerId { get; init; }

    public required decimal ShareWeight { get; init; }

    public required bool Active { get; init; }

    /// <summary>On how many days of the period the property was the owner's, the first and the last included.</summary>
    public required int Days { get; init; }
}
