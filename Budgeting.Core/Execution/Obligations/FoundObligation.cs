namespace Budgeting.Core.Execution;

/// <summary>An obligation that was looked for, with what tells it from others and where it is.</summary>
public sealed record FoundObligation(
    Guid Id, Guid ProposalId, Guid ProgramBudgetId, Guid AllotmentId, string ReferenceNo, string Payee, string Description, DateOnly Date);
