using Budgeting.Core.Kernel;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>How approved amounts were moved, and what is left of a year.</summary>
internal sealed partial class ExecutionRepository
{
    public Task<Page<AdjustmentDto>> AdjustmentsAsync(Guid programBudgetId, PageRequest page, CancellationToken cancellationToken) => new RowRepository<BudgetAdjustment>(work).PageAsync(
        a => a.ProgramBudgetId == programBudgetId,
        a => new AdjustmentDto(a.Id, a.ProgramBudgetId, a.Kind, a.Amount, a.Date, a.Reason, a.AuthorityNo, a.ReallocationId, 0, a.Version),
        page, cancellationToken);

    public async Task<YearClosing> YearClosingAsync(Guid proposalId, CancellationToken cancellationToken)
    {
        var approved = await Db.ProgramBudgets.Where(b => b.ProposalId == proposalId).SumAsync(b => b.ApprovedAmount, cancellationToken) ?? 0;
        var allotted = await Db.Allotments.Where(a => a.ProposalId == proposalId && a.Status != AllotmentStatus.Cancelled).SumAsync(a => a.Amount, cancellationToken);
        var obligated = await Db.Obligations.Where(o => o.ProposalId == proposalId).SumAsync(o => o.Used, cancellationToken);
        var paid = await Db.Disbursements.Where(d => d.ProposalId == proposalId && d.Status != DisbursementStatus.Void).SumAsync(d => d.Amount, cancellationToken);
        var requested = await Db.Obligations.Where(o => o.ProposalId == proposalId && o.Status == ObligationStatus.Requested)
            .OrderBy(o => o.ReferenceNo).Select(o => o.ReferenceNo).ToListAsync(cancellationToken);
        return new YearClosing(approved - allotted, allotted - obligated, obligated - paid, requested);
    }
}
