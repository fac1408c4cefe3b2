using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>
/// Takes back what was written to gifts, sub-budgets and wishes. A wish takes its gift with it, whatever became of that; people who
/// were added with a gift stay.
/// </summary>
internal sealed class GiftingUndoer(CurrentMember current, RemovedPictures pictures, TimeProvider time) : IUndoer
{
    private static readonly IReadOnlyList<string> Nothing = [];

    public IReadOnlySet<string> Entities { get; } =
        new HashSet<string>([AuditNames.Of<Gift>(), AuditNames.Of<SubBudget>(), AuditNames.Of<Wish>(), AuditNames.Of<Person>()], StringComparer.Ordinal);

    public IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write) =>
        write.Any(r => r.Is<Wish>())
            ? write.Where(r => r.Is<Wish>()).ToList()
            : write.Where(r => !r.Is<Person>()).ToList();

    public async Task<bool> IsSeenAsync(UnitOfWork work, IReadOnlyList<WrittenRow> rows, CancellationToken cancellationToken)
    {
        var secrecy = await new GiftingRepository(work).SecrecyAsync(cancellationToken);
        if (!secrecy.IsAnythingKept)
        {
            return true;
        }

        var audit = new AuditRepository(work);
        var gifts = await audit.VersionsAsync(AuditNames.Of<Gift>(), IdsOf<Gift>(), cancellationToken);
        var budgets = await audit.VersionsAsync(AuditNames.Of<SubBudget>(), IdsOf<SubBudget>(), cancellationToken);
        return gifts.Values.All(versions => secrecy.Seen(versions, current.MemberId).Count > 0) &&
            budgets.Values.All(versions => (versions[0].State ?? versions[0].Before) is not { } budget || !secrecy.IsKept(budget));

        List<Guid> IdsOf<TRow>()
            where TRow : IAudited => rows.Where(r => r.Is<TRow>()).Select(r => r.Id).ToList();
    }

    public async Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken)
    {
        var rows = DecidingRows(write);
        if (rows is [var only] && only.Is<Wish>())
        {
            await WishUndoing.UndoAsync(work, write, pictures, await RestoringAsync(work, cancellationToken), time.GetUtcNow(), cancellationToken);
            return Nothing;
        }

        var remarks = new List<string>();
        var repository = new GiftingRepository(work);
        var secrecy = await repository.SecrecyAsync(cancellationToken);
        var gifts = rows.Where(r => r.Is<Gift>()).Select(r => r.Id).ToList();
        var versions = await new AuditRepository(work).VersionsAsync(AuditNames.Of<Gift>(), gifts, cancellationToken);
        var added = await repository.GiftsAsync(versions.Where(v => v.Value[0].Before is null).Select(v => v.Key).ToList(), cancellationToken);
        var restoring = await RestoringAsync(work, cancellationToken);
        foreach (var row in rows.Reverse())
        {
            remarks.AddRange(row.Is<Gift>()
                ? await UndoGiftAsync(repository, row, secrecy.Seen(versions.GetValueOrDefault(row.Id, []), current.MemberId), added, restoring, cancellationToken)
                : await SubBudgetUndoing.UndoAsync(work, row, secrecy, cancellationToken));
        }

        return remarks.Distinct(StringComparer.Ordinal).ToList();
    }

    private async Task<GiftRestoring> RestoringAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new(work, pictures, await current.CurrencyAsync(cancellationToken), time);

    private async Task<IReadOnlyList<string>> UndoGiftAsync(
        GiftingRepository repository,
        WrittenRow row,
        IReadOnlyList<RowVersion> seen,
        IReadOnlyDictionary<Guid, Gift> added,
        GiftRestoring restoring,
        CancellationToken cancellationToken)
    {
        var newest = seen.FirstOrDefault() ?? throw new NotFoundException("gift");
        newest.RequireNumber(row.Version, "gift");
        if (newest.Before is { } before)
        {
            return (await restoring.RestoreAsync(row.Id, newest, before, cancellationToken)).Remarks;
        }

        var gift = added.GetValueOrDefault(row.Id) ?? throw new NotFoundException("gift");
        await pictures.KeepAsync(repository, gift, cancellationToken);
        repository.Remove(gift);
        return Nothing;
    }
}
