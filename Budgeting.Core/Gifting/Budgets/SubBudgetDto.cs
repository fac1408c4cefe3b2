using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

public sealed record SubBudgetDto(
    Guid Id, Guid OccasionId, BudgetedEntity EntityType, Guid EntityId, decimal Amount, long Version) : IVersioned
{
    /// <summary>The version on which an amount is set where none was: refused where somebody set one meanwhile.</summary>
    public const long NotSet = 0;
}

/// <summary>What can be written of a sub-budget. Whom it is for stays as it is when one is edited.</summary>
public sealed record SubBudgetInput
{
    public BudgetedEntity EntityType { get; set; }

    public Guid EntityId { get; set; }

    /// <summary>0 to 1e12 in whole minor units.</summary>
    public decimal? Amount { get; set; }
}

/// <summary>An amount that is taken from one recipient's sub-budget and added to another's.</summary>
public sealed record SubBudgetTransferInput(Guid FromId, Guid ToId, decimal Amount);
