using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="Amount">Quantity × unit cost.</param>
public sealed record LineItemDto(
    Guid Id, Guid ProgramBudgetId, string? ObjectCode, BudgetCategory Category, string Description, decimal Quantity, decimal UnitCost, decimal Amount, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public LineItemInput ToInput() => this.As<LineItemInput>();
}

/// <summary>What can be written of a line item.</summary>
public sealed record LineItemInput
{
    public static Fields<LineItemInput> Fields { get; } = new Fields<LineItemInput>()
        .Text(i => i.ObjectCode, "Object code", max: 20)
        .Choice(i => i.Category, "Category", required: true)
        .Text(i => i.Description, "Description", max: 200, required: true)
        .Number(i => i.Quantity, "Quantity", required: true)
        .Amount(i => i.UnitCost, "Unit cost", required: true);

    public string? ObjectCode { get; set; }

    public BudgetCategory Category { get; set; } = BudgetCategory.Operating;

    /// <summary>1–200 characters.</summary>
    public string? Description { get; set; }

    /// <summary>More than 0, with up to 3 decimals.</summary>
    public decimal? Quantity { get; set; } = 1;

    /// <summary>0 or more.</summary>
    public decimal? UnitCost { get; set; }
}
