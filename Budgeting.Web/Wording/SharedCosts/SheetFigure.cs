namespace Budgeting.Web.Wording.SharedCosts;

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

/// <summary>A figure of the community's, which no owner has a line of.</summary>
public enum FundFigure
{
    Cash,
    NotShared,
    Tariffs,
    Earlier,
}
