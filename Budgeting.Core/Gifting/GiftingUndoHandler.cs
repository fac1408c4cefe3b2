using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>
/// Takes back what was written to occasions, gifts, sub-budgets, wishes and people. An occasion takes along what went with it, and a wish
/// its gift, whatever became of that; people who were added with a gift stay.
/// </summary>
internal sealed class GiftingUndoHandler(CurrentMember current, RemovedPictures pictures, TimeProvider time) : IUndoHandler
{
    public IReadOnlySet<string> Entities { get; } = new HashSet<string>(
        [
            nameof(Occasion), nameof(Gift), nameof(SubBudget), nameof(Wish), nameof(Person),
            nameof(GuestLink),
        ],
        StringComparer.Ordinal);

    public IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write) =>
        write.Any(r => r.Is<Occasion>() && r.Action == AuditAction.Deleted) ? write.Where(r => r.Is<Occasion>() && r.Action == AuditAction.Deleted).ToList()
        : write.Any(r => r.Is<Occasion>()) ? write.Where(r => r.Is<Occasion>()).ToList()
        : write.Any(r => r.Is<Wish>()) ? write.Where(r => r.Is<Wish>()).ToList()
        : write.All(r => r.Is<Person>()) ? write
        : write.Where(r => !r.Is<Person>() && !r.Is<GuestLink>()).ToList();

    public async Task<bool> IsSeenAsync(UnitOfWork work, IReadOnlyList<WrittenRow> rows, CancellationToken cancellationToken) =>
        await RecordUndo.IsSeenAsync(work, await KindsAsync(work, cancellationToken), rows, cancellationToken);

    public async Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken) =>
        await RecordUndo.UndoAsync(work, await KindsAsync(work, cancellationToken), DecidingRows(write), cancellationToken);

    private async Task<IReadOnlyCollection<IUndoableRecords>> KindsAsync(UnitOfWork work, CancellationToken cancellationToken) =>
    [
        await GiftRecords.OpenAsync(work, current, pictures, time, cancellationToken),
        await SubBudgetRecords.OpenAsync(work, current, time, cancellationToken),
        await WishRecords.OpenAsync(work, current, pictures, time, cancellationToken),
        new PersonRecords(work, current, time),
        new OccasionRecords(work, current, await current.CurrencyAsync(cancellationToken), time),
    ];
}
