using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>A gift that was brought back to an earlier version.</summary>
/// <param name="Remarks">What couldn't be brought back, in sentences.</param>
public sealed record RestoredGift(GiftDto Gift, IReadOnlyList<string> Remarks) : IVersioned
{
    Guid IVersioned.Id => Gift.Id;

    long IVersioned.Version => Gift.Version;
}

/// <summary>A gift that was deleted, as it was last.</summary>
/// <param name="DeletedBy">Who deleted it; <c>null</c>: the command line.</param>
/// <param name="LastVersion">The version to restore it to.</param>
/// <param name="Version">The version that the deletion made: its ETag until it is restored.</param>
public sealed record DeletedGift(
    Guid Id,
    string Name,
    Guid? RecipientId,
    decimal? Price,
    decimal? DiscountPrice,
    int Quantity,
    GiftStatus Status,
    DateTimeOffset DeletedAt,
    string? DeletedBy,
    long LastVersion,
    long Version) : IVersioned;

/// <summary>What was done to gifts, and the way back.</summary>
public sealed class GiftHistoryService(UnitOfWorkFactory units, CurrentMember current, RemovedPictures pictures, TimeProvider time)
{
    private const int MostDeleted = 200;

    /// <summary>What was done to a gift, newest first, also after it was deleted.</summary>
    /// <returns>Nothing where it was a surprise until now.</returns>
    /// <exception cref="NotFoundException">There never was such a gift here.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> ListAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return (await SeenAsync(work, id, cancellationToken)).Select(v => WithoutPlace(v.History)).ToList();
    }

    /// <summary>The gifts that were deleted in an occasion, the latest first, at most 200; not those that go on as another one.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<IReadOnlyList<DeletedGift>> ListDeletedAsync(Guid occasionId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(occasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        var secrecy = await repository.SecrecyAsync(cancellationToken);
        var deletedBy = secrecy.IsAnythingKept ? current.MemberId : null;
        var deleted = await new AuditRepository(work)
            .DeletedAsync(AuditNames.Of<Gift>(), GiftingTopics.Occasion(occasionId), deletedBy, MostDeleted, cancellationToken);
        var replaced = await repository.ReplacedAsync(deleted.Select(d => d.Id).ToList(), cancellationToken);
        return deleted
            .Where(d => secrecy.IsDeletionSeen(d.Deletion, current.MemberId) && !replaced.Contains(d.Id))
            .Select(d => DeletedOf(d.Id, d.Deletion))
            .ToList();
    }

    /// <summary>
    /// Makes a gift what it was in an earlier version, as a change of its own; one that was deleted is back under its id, and its
    /// versions go on.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="toVersion">The version to go back to, of those that its history shows.</param>
    /// <param name="version">The version that it has now, the deletion's where it was deleted; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such gift here, or its history has no such version.</exception>
    /// <exception cref="InvalidException">What was isn't allowed any more.</exception>
    /// <exception cref="ConflictException">Its occasion is gone: <c>gift.occasion-gone</c>. Or its recipient: <c>gift.recipient-gone</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<RestoredGift> RestoreAsync(Guid id, long toVersion, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var seen = await SeenAsync(work, id, cancellationToken);
        if (seen.Count == 0)
        {
            throw new NotFoundException("version");
        }

        if (version is not null && version != seen[0].Number)
        {
            throw new StaleException("gift", seen[0].History.By);
        }

        var state = seen.FirstOrDefault(v => v.Number == toVersion)?.State ?? throw new NotFoundException("version");
        var restoring = new GiftRestoring(work, pictures, await current.CurrencyAsync(cancellationToken), time);
        var (gift, remarks) = await restoring.RestoreAsync(id, seen[0], state, cancellationToken);
        return await work.CommitAsync(() => new RestoredGift(GiftsService.DtoOf(gift), remarks), cancellationToken);
    }

    private async Task<IReadOnlyList<RowVersion>> SeenAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        var versions = await new AuditRepository(work).VersionsAsync(AuditNames.Of<Gift>(), id, cancellationToken);
        var repository = new GiftingRepository(work);
        var seen = (await repository.SecrecyAsync(cancellationToken)).Seen(versions, current.MemberId);
        return seen.Count > 0 || await repository.GiftDtoAsync(id, cancellationToken) is not null ? seen : throw new NotFoundException("gift");
    }

    // Where a gift was put, and what it was before, is nobody's to know.
    private static HistoryEntry WithoutPlace(HistoryEntry entry) =>
        entry with { Changes = entry.Changes.Where(c => c.Field is not ("place" or "position" or "replacesId")).ToList() };

    private static DeletedGift DeletedOf(Guid id, RowVersion deletion)
    {
        var gift = deletion.Before!;
        return new DeletedGift(
            id, gift.Get<string>("name")!, gift.Get<Guid?>("recipientId"), gift.Get<decimal?>("price"), gift.Get<decimal?>("discountPrice"),
            gift.Get<int>("quantity"), gift.Get<GiftStatus>("status"), deletion.History.At, deletion.History.By, deletion.Number - 1, deletion.Number);
    }
}
