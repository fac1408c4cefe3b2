using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>The rules of this module, asked of what is stored.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>Every sum that is more than its limit, in a sentence.</summary>
    public async Task<IReadOnlyList<string>> BrokenRulesAsync(CancellationToken cancellationToken)
    {
        var allotted = await Db.ProgramBudgets
            .Where(b => Db.Set<Allotment>().Where(a => a.ProgramBudgetId == b.Id && a.Status != AllotmentStatus.Cancelled).Sum(a => a.Amount) > (b.ApprovedAmount ?? 0))
            .Select(b => b.Id).ToListAsync(cancellationToken);
        var obligated = await Db.Allotments
            .Where(a => Db.Set<Obligation>().Where(o => o.AllotmentId == a.Id).Sum(o => o.Used) > (a.Status == AllotmentStatus.Released ? a.Amount : 0))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        var paid = await Db.Obligations
            .Where(o => Db.Set<Disbursement>().Where(d => d.ObligationId == o.Id && d.Status != DisbursementStatus.Void).Sum(d => d.Amount) >
                (o.Status == ObligationStatus.Active ? o.Amount : o.Status == ObligationStatus.Liquidated ? o.FinalAmount ?? 0 : 0))
            .Select(o => o.ReferenceNo).ToListAsync(cancellationToken);
        var delivered = await Db.Obligations
            .Where(o => Db.Set<WorkItem>().Where(i => i.ObligationId == o.Id).Sum(i => i.Amount) > (o.Status == ObligationStatus.Cancelled ? 0 : o.Amount))
            .Select(o => o.ReferenceNo).ToListAsync(cancellationToken);
        var liquidated = await Db.Obligations
            .Where(o => o.Status == ObligationStatus.Liquidated &&
                Db.Set<Disbursement>().Where(d => d.ObligationId == o.Id && d.Status != DisbursementStatus.Void).Sum(d => d.Amount) != o.FinalAmount)
            .Select(o => o.ReferenceNo).ToListAsync(cancellationToken);
        return
        [
            .. allotted.Select(id => $"The allotments of program budget {id} are more than its approved amount."),
            .. obligated.Select(id => $"The obligations of allotment {id} use more than there is."),
            .. paid.Select(reference => $"The payments of obligation {reference} are more than can be paid of it."),
            .. delivered.Select(reference => $"The work items of obligation {reference} are more than it."),
            .. liquidated.Select(reference => $"Obligation {reference} is liquidated and uses another amount than was paid."),
        ];
    }
}
