using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

public sealed record BudgetItemDto(
    Guid Id, Guid PeriodId, string PaymentType, decimal BudgetedCost, AllocationStrategy Strategy, decimal? UnitPrice, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public BudgetItemInput ToInput() => this.As<BudgetItemInput>();
}

/// <summary>What can be written of a budget item.</summary>
public sealed record BudgetItemInput
{
    public static Fields<BudgetItemInput> Fields { get; } = new Fields<BudgetItemInput>()
        .Text(i => i.PaymentType, "Payment type", max: 60, required: true)
        .Amount(i => i.BudgetedCost, "Budget")
        .Choice(i => i.Strategy, "Shared", required: true)
        .Number(i => i.UnitPrice, "Unit price");

    /// <summary>Of the list; one that isn't there yet is added to it. 1–60 characters.</summary>
    public string? PaymentType { get; set; }

    /// <summary>0 or more, in whole minor units; left out: 0.</summary>
    public decimal? BudgetedCost { get; set; }

    public AllocationStrategy? Strategy { get; set; }

    /// <summary>0 or more, with up to six decimals, for a unit of consumption.</summary>
    public decimal? UnitPrice { get; set; }
}
