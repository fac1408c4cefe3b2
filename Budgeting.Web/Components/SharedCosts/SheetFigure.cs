namespace Budgeting.Web.Components.SharedCosts;

/// <summary>A column of the balance sheet.</summary>
public enum SheetFigure
{
    Opening,
    Contributions,
    Paid,
    Allocated,
    Charges,
    Balance,
}
