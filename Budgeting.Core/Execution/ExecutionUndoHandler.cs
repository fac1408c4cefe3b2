using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>
/// Takes back what was written to records of budgets, as long as their states let it: what was submitted, approved, released, paid or
/// ended has ways back of its own, which ask for a reason.
/// </summary>
internal sealed class ExecutionUndoHandler(CurrentMember current, TimeProvider time) : IUndoHandler
{
    public IReadOnlySet<string> Entities { get; } = new HashSet<string>(
        [
            nameof(Program), nameof(BudgetProposal), nameof(ProgramBudget), nameof(BudgetLineItem), nameof(BudgetJustification),
            nameof(Allotment), nameof(Obligation), nameof(Disbursement), nameof(WorkItem),
        ],
        StringComparer.Ordinal);

    public IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write) => write;

    public async Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken)
    {
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        IUndoableRecords[] kinds =
        [
            new ProgramRecords(work, current, time), new ProposalRecords(scope), new ProgramBudgetRecords(scope), new LineItemRecords(scope), new JustificationRecords(scope),
            new AllotmentRecords(scope), new ObligationRecords(scope), new DisbursementRecords(scope), new WorkItemRecords(scope),
        ];
        return await RecordUndo.UndoAsync(work, kinds, write, cancellationToken);
    }
}
