using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <summary>What closing a fiscal year does to what is left of it.</summary>
/// <param name="Unallotted">Approved and never allotted: it lapses.</param>
/// <param name="Unobligated">Allotted and never obligated: it lapses.</param>
/// <param name="Payable">Obligated and not paid: it stays payable.</param>
/// <param name="Requested">Obligations that wait for approval: they stand in the way.</param>
public sealed record YearClosing(decimal Unallotted, decimal Unobligated, decimal Payable, IReadOnlyList<string> Requested);

/// <summary>What a fiscal year was closed with.</summary>
public sealed record ClosedYear(ProposalDto Proposal, YearClosing Closing) : IVersioned
{
    Guid IVersioned.Id => Proposal.Id;

    long IVersioned.Version => Proposal.Version;
}
