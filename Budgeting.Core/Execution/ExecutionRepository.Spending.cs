using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What pages show while a budget is spent.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>Of each program budget what is allotted, obligated and paid by quarter of its allotments.</summary>
    public async Task<IReadOnlyList<ProgramSpending>> SpendingAsync(Guid proposalId, CancellationToken cancellationToken)
    {
        var budgets = await
            (from budget in Db.ProgramBudgets
             where budget.ProposalId == proposalId
             join program in Db.Programs on budget.ProgramId equals program.Id
             orderby program.Code
             select new { budget.Id, program.Code, program.Name, budget.FundSource, Approved = budget.ApprovedAmount ?? 0 }).ToListAsync(cancellationToken);
        var allotted = await Db.Allotments.Where(a => a.ProposalId == proposalId && a.Status != AllotmentStatus.Cancelled)
            .GroupBy(a => new { a.ProgramBudgetId, a.Quarter })
            .Select(g => new { g.Key, Sum = g.Sum(a => a.Amount) }).ToDictionaryAsync(s => (s.Key.ProgramBudgetId, s.Key.Quarter), s => s.Sum, cancellationToken);
        var obligated = await
            (from allotment in Db.Allotments
             where allotment.ProposalId == proposalId
             join obligation in Db.Obligations on allotment.Id equals obligation.AllotmentId
             group obligation.Used by new { allotment.ProgramBudgetId, allotment.Quarter } into used
             select new { used.Key, Sum = used.Sum() }).ToDictionaryAsync(s => (s.Key.ProgramBudgetId, s.Key.Quarter), s => s.Sum, cancellationToken);
        var disbursed = await
            (from allotment in Db.Allotments
             where allotment.ProposalId == proposalId
             join obligation in Db.Obligations on allotment.Id equals obligation.AllotmentId
             join disbursement in Db.Disbursements on obligation.Id equals disbursement.ObligationId
             where disbursement.Status != DisbursementStatus.Void
             group disbursement.Amount by new { allotment.ProgramBudgetId, allotment.Quarter } into paid
             select new { paid.Key, Sum = paid.Sum() }).ToDictionaryAsync(s => (s.Key.ProgramBudgetId, s.Key.Quarter), s => s.Sum, cancellationToken);
        return budgets.Select(b => new ProgramSpending(
            b.Id, b.Code, b.Name, b.FundSource, b.Approved,
            Enumerable.Range(1, FiscalYear.Quarters)
                .Select(q => new SpendingSums(allotted.GetValueOrDefault((b.Id, q)), obligated.GetValueOrDefault((b.Id, q)), disbursed.GetValueOrDefault((b.Id, q))))
                .ToList())).ToList();
    }

    public async Task<IReadOnlyList<AllotmentDto>> AllotmentsAsync(Guid programBudgetId, CancellationToken cancellationToken) => await WithSumsAsync(
        await Db.Allotments.Where(a => a.ProgramBudgetId == programBudgetId).OrderBy(a => a.Quarter).ThenBy(a => a.Number)
            .Select(AllotmentRecords.Projection).ToListAsync(cancellationToken),
        cancellationToken);

    public async Task<ObligationList> ObligationsAsync(ObligationQuery query, int most, CancellationToken cancellationToken)
    {
        var all = Db.Obligations.Where(o => o.AllotmentId == query.AllotmentId);
        var counts = await all.GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }).OrderBy(c => c.Key).ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        var rows = await all.Where(o => query.Status == null || o.Status == query.Status)
            .OrderByDescending(o => o.Date).ThenByDescending(o => o.Id).Skip(query.First).Take(most)
            .Select(ObligationRecords.Projection).ToListAsync(cancellationToken);
        if (query.Opened is { } opened && rows.All(o => o.Id != opened))
        {
            rows.InsertRange(0, await all.Where(o => o.Id == opened).Select(ObligationRecords.Projection).ToListAsync(cancellationToken));
        }

        return new ObligationList(await WithSumsAsync(rows, cancellationToken), counts);
    }

    /// <summary>Those of the ids that there are, in no order.</summary>
    public async Task<IReadOnlyList<ObligationDto>> ObligationsWithSumsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => await WithSumsAsync(
        await Db.Obligations.Where(o => ids.Contains(o.Id)).Select(ObligationRecords.Projection).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>All of an obligation, as they were paid.</summary>
    public async Task<IReadOnlyList<DisbursementDto>> DisbursementsAsync(Guid obligationId, CancellationToken cancellationToken) => await WithSumsAsync(
        await Db.Disbursements.Where(d => d.ObligationId == obligationId).OrderBy(d => d.Date).ThenBy(d => d.Id)
            .Select(DisbursementRecords.Projection).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>All of an obligation, as they were recorded.</summary>
    public async Task<IReadOnlyList<WorkItemDto>> WorkItemsAsync(Guid obligationId, CancellationToken cancellationToken) => await WithSumsAsync(
        await Db.WorkItems.Where(i => i.ObligationId == obligationId).OrderBy(i => i.Id).Select(WorkItemRecords.Projection).ToListAsync(cancellationToken), cancellationToken);
}
