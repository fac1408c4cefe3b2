using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>What pages about gifts watch.</summary>
public static class GiftingTopics
{
    public static Topic People { get; } = new("people");

    /// <summary>Any occasion, its gifts and sub-budgets included.</summary>
    public static Topic Occasions { get; } = new("occasions");

    /// <summary>One occasion, its gifts and sub-budgets included.</summary>
    public static Topic Occasion(Guid id) => new("occasions", id);
}
