using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>What a sub-budget is for.</summary>
public enum BudgetedEntity
{
    /// <summary>A part of the occasion's budget for one recipient.</summary>
    Person,

    /// <summary>What a member means to spend in the occasion as a giver; only they see it.</summary>
    Member,
}

/// <summary>An amount set aside in an occasion for one entity, as a guide: it warns and never refuses.</summary>
public sealed class SubBudget : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid OccasionId { get; init; }

    public required BudgetedEntity EntityType { get; set; }

    public required Guid EntityId { get; set; }

    public required decimal Amount { get; set; }

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.Occasion(OccasionId);
}
