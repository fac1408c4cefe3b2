using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Takes back what was written to the records of open periods, and to owners and properties. Payment types that were added with a record
/// stay; who owned a property goes back with it.
/// </summary>
internal sealed class SharedCostsUndoHandler(CurrentMember current, RemovedReceipts receipts, TimeProvider time) : IUndoHandler
{
    public IReadOnlySet<string> Entities { get; } = new HashSet<string>(
        [
            nameof(Contribution), nameof(Expense), nameof(BudgetItem), nameof(Reading), nameof(Charge),
            nameof(Owner), nameof(Property), nameof(Ownership), nameof(PaymentType),
        ],
        StringComparer.Ordinal);

    public IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write) => write.Where(r => !r.Is<PaymentType>() && !r.Is<Ownership>()).ToList();

    public async Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken)
    {
        var period = await PeriodContext.OpenAsync(work, current, time, cancellationToken);
        IUndoableRecords[] kinds =
        [
            new ContributionRecords(period), new ExpenseRecords(period, receipts), new BudgetItemRecords(period), new ReadingRecords(period), new ChargeRecords(period),
            new OwnerRecords(work, current, time), new PropertyRecords(period),
        ];
        return await RecordUndo.UndoAsync(work, kinds, DecidingRows(write), cancellationToken);
    }
}
