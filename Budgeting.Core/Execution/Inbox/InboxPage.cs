using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <summary>An obligation, and where it is.</summary>
/// <param name="Program">The program's name.</param>
/// <param name="DueSince">The first day on which something was accepted that isn't said to be paid.</param>
public sealed record InboxObligation(
    ObligationDto Obligation, Guid ProposalId, int FiscalYear, Guid ProgramBudgetId, string Program, int Quarter, int Number, DateOnly? DueSince);

/// <summary>Some of what waits for somebody, and how much it is in all.</summary>
public sealed record InboxList(IReadOnlyList<InboxObligation> First, int Count);

/// <summary>What waits for a member.</summary>
/// <param name="Proposals">Submitted.</param>
/// <param name="Requested">Obligations that wait for approval, the oldest first.</param>
/// <param name="Due">Active obligations of which more was accepted than paid.</param>
public sealed record InboxPage(Currency Currency, IReadOnlyList<ProposalDto> Proposals, InboxList Requested, InboxList Due)
{
    public bool IsEmpty => Proposals.Count == 0 && Requested.Count == 0 && Due.Count == 0;
}
