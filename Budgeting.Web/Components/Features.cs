namespace Budgeting.Web.Components;

/// <summary>What can be switched off in the configuration, under <c>Features</c>.</summary>
public sealed class Features
{
    /// <summary>Meters and what a gift does to a budget. Without it everything else still works.</summary>
    public bool BudgetMeter { get; set; } = true;
}
