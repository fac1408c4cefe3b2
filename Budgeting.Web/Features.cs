namespace Budgeting.Web;

/// <summary>What can be switched off in the configuration, under <c>Features</c>.</summary>
public sealed class Features
{
    /// <summary>Meters and what a gift does to a budget. Without it everything else still works.</summary>
    public bool BudgetMeter { get; set; } = true;

    /// <summary>Reading name, price and picture of a gift from the page that its link leads to. Without it the server asks no other.</summary>
    public bool LinkPreviews { get; set; } = true;
}
