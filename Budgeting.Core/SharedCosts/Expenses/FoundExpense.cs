namespace Budgeting.Core.SharedCosts;

/// <summary>An expense that was looked for by what it is called.</summary>
/// <param name="Period">The name of its period.</param>
/// <param name="Place">How many of that period's list come before it.</param>
public sealed record FoundExpense(ExpenseDto Expense, string Period, int Place);
