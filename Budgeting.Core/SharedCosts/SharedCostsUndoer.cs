using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Takes back what was written to the records of open periods, and to owners and properties. Payment types that were added with a record
/// stay.
/// </summary>
internal sealed class SharedCostsUndoer(CurrentMember current, RemovedReceipts receipts, TimeProvider time) : IUndoer
{
    public IReadOnlySet<string> Entities { get; } = new HashSet<string>(
        [nameof(Contribution), nameof(Expense), nameof(BudgetItem), nameof(UtilityReading), nameof(ServiceCharge), nameof(PaymentType), .. OwnerUndoing.Entities],
        StringComparer.Ordinal);

    public IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write) => write.Where(r => r.Entity != nameof(PaymentType)).ToList();

    public async Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken)
    {
        var (rows, currency) = (DecidingRows(write), await current.CurrencyAsync(cancellationToken));
        if (rows.All(r => OwnerUndoing.Entities.Contains(r.Entity)))
        {
            await new OwnerUndoing(work, current, currency, time).UndoAsync(rows, cancellationToken);
            return [];
        }

        var undoing = new RecordUndoing(work, current, receipts, currency, time);
        foreach (var kind in rows.Reverse().GroupBy(r => r.Entity))
        {
            var ids = kind.Select(r => r.Id).ToList();
            var versions = await new AuditRepository(work).VersionsAsync(kind.Key, ids, cancellationToken);
            await undoing.LoadAsync(kind.Key, ids, cancellationToken);
            foreach (var row in kind)
            {
                var newest = versions.GetValueOrDefault(row.Id, []).FirstOrDefault() ?? throw new NotFoundException(RecordUndoing.NounOf(row.Entity));
                await undoing.UndoAsync(row, newest, cancellationToken);
            }
        }

        await undoing.ReallocateAsync(cancellationToken);
        return undoing.Remarks.Distinct(StringComparer.Ordinal).ToList();
    }
}
