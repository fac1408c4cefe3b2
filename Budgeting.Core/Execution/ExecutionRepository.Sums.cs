using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What is used of what: each sum by the database, over an index alone.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>Σ of what the other program budgets of a proposal request.</summary>
    public Task<decimal> RequestedAsync(Guid proposalId, Guid except, CancellationToken cancellationToken) => Db.ProgramBudgets
        .Where(b => b.ProposalId == proposalId && b.Id != except).SumAsync(b => b.RequestedAmount, cancellationToken);

    /// <summary>Σ of what was approved of a proposal.</summary>
    public async Task<decimal> ApprovedAsync(Guid proposalId, CancellationToken cancellationToken) =>
        await Db.ProgramBudgets.Where(b => b.ProposalId == proposalId).SumAsync(b => b.ApprovedAmount, cancellationToken) ?? 0;

    /// <summary>Σ of how what was approved of a program budget was adjusted.</summary>
    public Task<decimal> AdjustedAsync(Guid programBudgetId, CancellationToken cancellationToken) =>
        Db.BudgetAdjustments.Where(a => a.ProgramBudgetId == programBudgetId).SumAsync(a => a.Amount, cancellationToken);

    /// <summary>Σ of the other line items of a program budget.</summary>
    public Task<decimal> LineItemsAsync(Guid programBudgetId, Guid except, CancellationToken cancellationToken) => Db.LineItems
        .Where(l => l.ProgramBudgetId == programBudgetId && l.Id != except).SumAsync(l => l.Amount, cancellationToken);

    /// <summary>Σ of the allotments of a program budget that aren't cancelled.</summary>
    public Task<decimal> AllottedAsync(Guid programBudgetId, CancellationToken cancellationToken) => Db.Allotments
        .Where(a => a.ProgramBudgetId == programBudgetId && a.Status != AllotmentStatus.Cancelled).SumAsync(a => a.Amount, cancellationToken);

    /// <summary>Σ of what was paid of an obligation.</summary>
    public Task<decimal> DisbursedAsync(Guid obligationId, CancellationToken cancellationToken) => Db.Disbursements
        .Where(d => d.ObligationId == obligationId && d.Status != DisbursementStatus.Void).SumAsync(d => d.Amount, cancellationToken);

    /// <summary>Σ of the work items of an obligation.</summary>
    public Task<decimal> DeliveredAsync(Guid obligationId, CancellationToken cancellationToken) =>
        Db.WorkItems.Where(i => i.ObligationId == obligationId).SumAsync(i => i.Amount, cancellationToken);

    public async Task<IReadOnlyList<ProposalDto>> WithTotalsAsync(IReadOnlyList<ProposalDto> proposals, CancellationToken cancellationToken)
    {
        if (proposals.Count == 0)
        {
            return proposals;
        }

        var ids = proposals.Select(p => p.Id).ToList();
        var totals = await Db.ProgramBudgets.Where(b => ids.Contains(b.ProposalId))
            .GroupBy(b => b.ProposalId)
            .Select(g => new
            {
                g.Key, Requested = g.Sum(b => b.RequestedAmount), Approved = g.Sum(b => b.ApprovedAmount),
                Adjustments = Db.Set<BudgetAdjustment>().Where(a => a.ProposalId == g.Key).Sum(a => a.Amount),
            })
            .ToDictionaryAsync(t => t.Key, cancellationToken);
        return proposals.Select(p => totals.TryGetValue(p.Id, out var total)
            ? p with
            {
                RequestedTotal = total.Requested,
                Adjustments = total.Adjustments,
                ApprovedTotal = p.Status is ProposalStatus.Approved or ProposalStatus.Closed ? total.Approved : null,
            }
            : p).ToList();
    }

    public async Task<IReadOnlyList<ProgramBudgetDto>> WithSumsAsync(IReadOnlyList<ProgramBudgetDto> budgets, CancellationToken cancellationToken)
    {
        var ids = budgets.Select(b => b.Id).ToList();
        var lines = await Db.LineItems.Where(l => ids.Contains(l.ProgramBudgetId)).GroupBy(l => l.ProgramBudgetId)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount) }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        var allotted = await Db.Allotments.Where(a => ids.Contains(a.ProgramBudgetId) && a.Status != AllotmentStatus.Cancelled).GroupBy(a => a.ProgramBudgetId)
            .Select(g => new { g.Key, Sum = g.Sum(a => a.Amount) }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        var obligated = await
            (from allotment in Db.Allotments
             where ids.Contains(allotment.ProgramBudgetId)
             join obligation in Db.Obligations on allotment.Id equals obligation.AllotmentId
             group obligation.Used by allotment.ProgramBudgetId into used
             select new { used.Key, Sum = used.Sum() }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        var disbursed = await
            (from allotment in Db.Allotments
             where ids.Contains(allotment.ProgramBudgetId)
             join obligation in Db.Obligations on allotment.Id equals obligation.AllotmentId
             join disbursement in Db.Disbursements on obligation.Id equals disbursement.ObligationId
             where disbursement.Status != DisbursementStatus.Void
             group disbursement.Amount by allotment.ProgramBudgetId into paid
             select new { paid.Key, Sum = paid.Sum() }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        return budgets.Select(b => b with
        {
            LineItems = lines.GetValueOrDefault(b.Id),
            Allotted = allotted.GetValueOrDefault(b.Id),
            Obligated = obligated.GetValueOrDefault(b.Id),
            Disbursed = disbursed.GetValueOrDefault(b.Id),
        }).ToList();
    }

    public async Task<IReadOnlyList<AllotmentDto>> WithSumsAsync(IReadOnlyList<AllotmentDto> allotments, CancellationToken cancellationToken)
    {
        var ids = allotments.Select(a => a.Id).ToList();
        var obligated = await Db.Obligations.Where(o => ids.Contains(o.AllotmentId)).GroupBy(o => o.AllotmentId)
            .Select(g => new { g.Key, Sum = g.Sum(o => o.Used) }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        var disbursed = await
            (from obligation in Db.Obligations
             where ids.Contains(obligation.AllotmentId)
             join disbursement in Db.Disbursements on obligation.Id equals disbursement.ObligationId
             where disbursement.Status != DisbursementStatus.Void
             group disbursement.Amount by obligation.AllotmentId into paid
             select new { paid.Key, Sum = paid.Sum() }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        return allotments.Select(a => a with { Obligated = obligated.GetValueOrDefault(a.Id), Disbursed = disbursed.GetValueOrDefault(a.Id) }).ToList();
    }

    public async Task<IReadOnlyList<ObligationDto>> WithSumsAsync(IReadOnlyList<ObligationDto> obligations, CancellationToken cancellationToken)
    {
        var ids = obligations.Select(o => o.Id).ToList();
        var disbursed = await PaidOfAsync(ids, cancellationToken);
        var delivered = await Db.WorkItems.Where(i => ids.Contains(i.ObligationId)).GroupBy(i => i.ObligationId)
            .Select(g => new { g.Key, All = g.Sum(i => i.Amount), Accepted = g.Sum(i => i.AcceptedOn == null ? 0 : i.Amount) })
            .ToDictionaryAsync(s => s.Key, cancellationToken);
        return obligations.Select(o => o with
        {
            Disbursed = disbursed.GetValueOrDefault(o.Id),
            Delivered = delivered.GetValueOrDefault(o.Id)?.All ?? 0,
            Accepted = delivered.GetValueOrDefault(o.Id)?.Accepted ?? 0,
        }).ToList();
    }

    public async Task<IReadOnlyList<DisbursementDto>> WithSumsAsync(IReadOnlyList<DisbursementDto> disbursements, CancellationToken cancellationToken)
    {
        var ids = disbursements.Select(d => d.ObligationId).Distinct().ToList();
        var used = await Db.Obligations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Used }).ToDictionaryAsync(o => o.Id, o => o.Used, cancellationToken);
        var paid = await PaidOfAsync(ids, cancellationToken);
        return disbursements.Select(d => d with { Remaining = used[d.ObligationId] - paid.GetValueOrDefault(d.ObligationId) }).ToList();
    }

    public async Task<IReadOnlyList<WorkItemDto>> WithSumsAsync(IReadOnlyList<WorkItemDto> items, CancellationToken cancellationToken)
    {
        var ids = items.Select(i => i.ObligationId).Distinct().ToList();
        var left = await Db.Obligations.Where(o => ids.Contains(o.Id))
            .Select(o => new { o.Id, Left = o.Amount - Db.Set<WorkItem>().Where(i => i.ObligationId == o.Id).Sum(i => i.Amount) })
            .ToDictionaryAsync(o => o.Id, o => o.Left, cancellationToken);
        return items.Select(i => i with { Remaining = left[i.ObligationId] }).ToList();
    }

    private Task<Dictionary<Guid, decimal>> PaidOfAsync(IReadOnlyList<Guid> obligations, CancellationToken cancellationToken) => Db.Disbursements
        .Where(d => obligations.Contains(d.ObligationId) && d.Status != DisbursementStatus.Void)
        .GroupBy(d => d.ObligationId)
        .Select(g => new { g.Key, Sum = g.Sum(d => d.Amount) })
        .ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
}
