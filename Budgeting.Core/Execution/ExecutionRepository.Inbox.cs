using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What waits for somebody.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>Proposals that wait for approval.</summary>
    /// <param name="except">Whose aren't asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ProposalDto>> SubmittedAsync(Guid? except, CancellationToken cancellationToken) => await WithTotalsAsync(
        await Db.Proposals.Where(p => p.Status == ProposalStatus.Submitted && (except == null || p.CreatedBy != except))
            .OrderBy(p => p.FiscalYear).Select(ProposalRecords.Projection).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Obligations that wait for approval, the oldest first.</summary>
    /// <inheritdoc cref="SubmittedAsync"/>
    public Task<InboxList> RequestedAsync(Guid? except, int most, CancellationToken cancellationToken) => InboxOfAsync(
        Db.Obligations
            .Where(o => o.Status == ObligationStatus.Requested && (except == null || o.CreatedBy != except))
            .Where(o => Db.Set<BudgetProposal>().Any(p => p.Id == o.ProposalId && p.Status == ProposalStatus.Approved)),
        most, cancellationToken);

    /// <summary>Obligations of which more was accepted than paid, the oldest first.</summary>
    /// <inheritdoc cref="SubmittedAsync"/>
    public Task<InboxList> ToPayAsync(Guid? except, int most, CancellationToken cancellationToken) => InboxOfAsync(
        Db.Obligations
            .Where(o => o.Status == ObligationStatus.Active && (except == null || o.CreatedBy != except))
            .Where(o => Db.Set<WorkItem>().Where(i => i.ObligationId == o.Id && i.AcceptedOn != null).Sum(i => i.Amount) >
                Db.Set<Disbursement>().Where(d => d.ObligationId == o.Id && d.Status != DisbursementStatus.Void).Sum(d => d.Amount)),
        most, cancellationToken);

    private async Task<InboxList> InboxOfAsync(IQueryable<Obligation> waiting, int most, CancellationToken cancellationToken)
    {
        var places = await
            (from obligation in waiting
             join proposal in Db.Proposals on obligation.ProposalId equals proposal.Id
             join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
             join budget in Db.ProgramBudgets on allotment.ProgramBudgetId equals budget.Id
             join program in Db.Programs on budget.ProgramId equals program.Id
             orderby obligation.Date, obligation.Id
             select new
             {
                 obligation.Id, obligation.ProposalId, proposal.FiscalYear, allotment.ProgramBudgetId, program.Name, allotment.Quarter, allotment.Number,
                 DueSince = Db.Set<WorkItem>().Where(i => i.ObligationId == obligation.Id && i.AcceptedOn != null && i.DisbursementId == null).Min(i => i.AcceptedOn),
             }).Take(most).ToListAsync(cancellationToken);
        var obligations = (await ObligationsWithSumsAsync(places.Select(p => p.Id).ToList(), cancellationToken)).ToDictionary(o => o.Id);
        return new InboxList(
            places.Select(p => new InboxObligation(obligations[p.Id], p.ProposalId, p.FiscalYear, p.ProgramBudgetId, p.Name, p.Quarter, p.Number, p.DueSince)).ToList(),
            await waiting.CountAsync(cancellationToken));
    }
}
