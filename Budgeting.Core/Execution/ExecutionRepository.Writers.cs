using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>Who wrote what a proposal asks for: as little as who made it do they approve it.</summary>
internal sealed partial class ExecutionRepository
{
    // As the audit trail has them: a quote within a value is never such a one.
    private const string Title = "\"title\":";
    private const string Year = "\"fiscalYear\":";

    /// <summary>The members who wrote the title or year of a proposal, one of its program budgets or line items, or why they are needed.</summary>
    public async Task<IReadOnlyCollection<Guid>> WritersAsync(Guid proposalId, CancellationToken cancellationToken) =>
        await Writers(Db.Proposals.Where(p => p.Id == proposalId)).Select(w => w.MemberId).Distinct().ToListAsync(cancellationToken);

    // Of a proposal itself only what it says counts: others submit it, reject it or take it back. Who made it is kept with it.
    private IQueryable<Writer> Writers(IQueryable<BudgetProposal> proposals) =>
        (from proposal in proposals
         join entry in Written on proposal.Id equals entry.EntityId
         where entry.Action == AuditAction.Changed && (entry.After!.Contains(Title) || entry.After.Contains(Year))
         select new Writer { ProposalId = proposal.Id, MemberId = entry.MemberId!.Value })
        .Concat(
            from proposal in proposals
            join budget in Db.ProgramBudgets on proposal.Id equals budget.ProposalId
            join entry in Written on budget.Id equals entry.EntityId
            select new Writer { ProposalId = proposal.Id, MemberId = entry.MemberId!.Value })
        .Concat(
            from proposal in proposals
            join item in Db.LineItems on proposal.Id equals item.ProposalId
            join entry in Written on item.Id equals entry.EntityId
            select new Writer { ProposalId = proposal.Id, MemberId = entry.MemberId!.Value })
        .Concat(
            from proposal in proposals
            join justification in Db.Justifications on proposal.Id equals justification.ProposalId
            join entry in Written on justification.Id equals entry.EntityId
            select new Writer { ProposalId = proposal.Id, MemberId = entry.MemberId!.Value });

    private IQueryable<AuditEntry> Written => Db.AuditEntries.Where(e => e.MemberId != null);

    // Settable, so that queries can be put together behind it.
    private sealed class Writer
    {
        public Guid ProposalId { get; init; }

        public Guid MemberId { get; init; }
    }
}
