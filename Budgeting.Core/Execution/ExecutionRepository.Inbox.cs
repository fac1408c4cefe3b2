using Budgeting.Core.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What waits for somebody.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>Proposals that wait for approval.</summary>
    /// <param name="except">Whose aren't asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ProposalDto>> SubmittedAsync(Guid? except, CancellationToken cancellationToken) => await WithTotalsAsync(
        await Submitted(except).OrderBy(p => p.FiscalYear).Select(ProposalRecords.Projection).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Obligations that wait for approval, the oldest first.</summary>
    /// <inheritdoc cref="SubmittedAsync"/>
    public Task<InboxList> RequestedAsync(Guid? except, int most, CancellationToken cancellationToken) => InboxOfAsync(Requested(except), most, cancellationToken);

    /// <summary>Obligations of which more was accepted than paid, the oldest first.</summary>
    /// <inheritdoc cref="SubmittedAsync"/>
    public Task<InboxList> ToPayAsync(Guid? except, int most, CancellationToken cancellationToken) => InboxOfAsync(ToPay(except), most, cancellationToken);

    /// <summary>How much waits, and with a day also how the budget of the fiscal year that has it is spent: all in one query.</summary>
    /// <param name="except">Whose isn't counted.</param>
    /// <param name="counts">Whether anything can wait; else nothing is counted.</param>
    /// <param name="today">The day; <c>null</c>: no budget is read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<BudgetsNow> NowAsync(Guid? except, bool counts, DateOnly? today, CancellationToken cancellationToken)
    {
        var (year, month, isAsked) = (today?.Year ?? 0, today?.Month ?? 0, today is not null);
        var (submitted, requested, toPay) = (Submitted(except), Requested(except), ToPay(except));
        var now = await
            (from organization in Db.Set<Organization>()
             where organization.Id == work.OrganizationId
             join proposal in Db.Proposals.Where(p => isAsked && p.Status == ProposalStatus.Approved && p.FiscalYear == (p.StartMonth == 1 || p.StartMonth > month ? year : year + 1))
                 on organization.Id equals proposal.OrganizationId into proposals
             from proposal in proposals.DefaultIfEmpty()
             select new
             {
                 Waiting = counts ? submitted.Count() + requested.Count() + toPay.Count() : 0,
                 Proposal = proposal,
                 Approved = Db.Set<ProgramBudget>().Where(b => b.ProposalId == proposal!.Id).Sum(b => b.ApprovedAmount) ?? 0,
                 Allotted = Db.Set<Allotment>().Where(a => a.ProposalId == proposal!.Id && a.Status != AllotmentStatus.Cancelled).Sum(a => a.Amount),
                 Obligated = Db.Set<Obligation>().Where(o => o.ProposalId == proposal!.Id).Sum(o => o.Used),
                 Disbursed = Db.Set<Disbursement>().Where(d => d.ProposalId == proposal!.Id && d.Status != DisbursementStatus.Void).Sum(d => d.Amount),
             }).AsNoTracking().FirstAsync(cancellationToken);
        return new BudgetsNow(now.Waiting, now.Proposal is { } budget ? new BudgetOfYear(budget.Id, budget.Title, now.Approved, new SpendingSums(now.Allotted, now.Obligated, now.Disbursed)) : null);
    }

    private IQueryable<BudgetProposal> Submitted(Guid? except)
    {
        var submitted = Db.Proposals.Where(p => p.Status == ProposalStatus.Submitted);
        if (except is not { } member)
        {
            return submitted;
        }

        var theirs = Writers(submitted).Where(w => w.MemberId == member).Select(w => w.ProposalId);
        return submitted.Where(p => p.CreatedBy != member && !theirs.Contains(p.Id));
    }

    private IQueryable<Obligation> Requested(Guid? except) => Db.Obligations
        .Where(o => o.Status == ObligationStatus.Requested && (except == null || o.CreatedBy != except))
        .Where(o => Db.Set<BudgetProposal>().Any(p => p.Id == o.ProposalId && p.Status == ProposalStatus.Approved));

    private IQueryable<Obligation> ToPay(Guid? except) => Db.Obligations
        .Where(o => o.Status == ObligationStatus.Active && (except == null || o.CreatedBy != except))
        .Where(o => Db.Set<WorkItem>().Where(i => i.ObligationId == o.Id && i.AcceptedOn != null).Sum(i => i.Amount) >
            Db.Set<Disbursement>().Where(d => d.ObligationId == o.Id && d.Status != DisbursementStatus.Void).Sum(d => d.Amount));

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
