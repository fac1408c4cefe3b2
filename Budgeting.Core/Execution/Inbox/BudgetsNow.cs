namespace Budgeting.Core.Execution;

/// <summary>What there is to say of budgets today.</summary>
/// <param name="Waiting">How many proposals, obligations and payments wait for who asks.</param>
/// <param name="Current">The approved budget of the fiscal year; <c>null</c>: there is none.</param>
public sealed record BudgetsNow(int Waiting, BudgetOfYear? Current);

/// <summary>An approved budget, and what is allotted, obligated and paid of it.</summary>
public sealed record BudgetOfYear(Guid ProposalId, string Title, decimal Approved, SpendingSums Sums);
