using Budgeting.Core.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>What was, and what it takes to bring it back.</summary>
internal sealed partial class GiftingRepository
{
    /// <summary>What of the past is kept from who looks.</summary>
    public async Task<Secrecy> SecrecyAsync(CancellationToken cancellationToken)
    {
        var selves = await DeletedSelvesAsync(cancellationToken);
        if (await OwnPersonAsync(cancellationToken) is { } self)
        {
            selves.Add(self);
        }

        if (selves.Count == 0)
        {
            return Secrecy.None;
        }

        var occasions = await Db.Occasions.Select(o => new { o.Id, IsKept = o.KeptUntil > Db.Today }).ToListAsync(cancellationToken);
        return new Secrecy(selves, occasions.Any(o => o.IsKept), occasions.Where(o => !o.IsKept).Select(o => o.Id).ToHashSet());
    }

    /// <summary>Whether a wish is still there for the gift: of that recipient, in that occasion, and without another gift.</summary>
    public async Task<bool> IsWishOfAsync(Guid wishId, Gift gift, CancellationToken cancellationToken) =>
        await Db.Wishes.AnyAsync(w => w.Id == wishId && w.OccasionId == gift.OccasionId && w.PersonId == gift.RecipientId, cancellationToken) &&
        await GiftOfWishAsync(wishId, cancellationToken) is var other && (other is null || other.Id == gift.Id);

    /// <summary>A gift, though it may be kept from who acts: to be changed with their wish, never to be shown.</summary>
    public Task<Gift?> AnyGiftAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName]).SingleOrDefaultAsync(g => g.Id == id, cancellationToken);

    /// <summary>Ends a gift, and begins another one with what was to be written to it.</summary>
    public async Task<Gift> ReplaceAsync(Gift gift, Guid id, CancellationToken cancellationToken)
    {
        var entry = Db.Entry(gift);
        var values = entry.CurrentValues.Clone();
        (values[nameof(Gift.Id)], values[nameof(Gift.Version)], values[nameof(Gift.ReplacesId)]) = (id, 0L, gift.Id);
        var next = (Gift)values.ToObject();
        if (next.Picture is not null && await Db.GiftPictures.FindAsync([gift.Id], cancellationToken) is { } picture)
        {
            Db.Add(new GiftPicture { Id = id, OrganizationId = next.OrganizationId, ContentType = picture.ContentType, Bytes = picture.Bytes });
            Db.Remove(picture);
        }

        entry.CurrentValues.SetValues(entry.OriginalValues);
        Db.Remove(gift);
        Db.Add(next);
        return next;
    }

    /// <summary>Those of the gifts in whose place another one is now.</summary>
    public async Task<IReadOnlySet<Guid>> ReplacedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await Db.Gifts.Where(g => g.ReplacesId != null && ids.Contains(g.ReplacesId.Value)).Select(g => g.ReplacesId!.Value).ToListAsync(cancellationToken)).ToHashSet();

    public Task<bool> IsImportedAsync(Guid occasionId, Guid importKey, Guid exceptGiftId, CancellationToken cancellationToken) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName])
            .AnyAsync(g => g.OccasionId == occasionId && g.ImportKey == importKey && g.Id != exceptGiftId, cancellationToken);

    public Task<SubBudget?> SubBudgetAsync(Guid id, CancellationToken cancellationToken) =>
        Db.SubBudgets.SingleOrDefaultAsync(b => b.Id == id, cancellationToken);

    private async Task<HashSet<Guid>> DeletedSelvesAsync(CancellationToken cancellationToken)
    {
        var deleted = await new AuditRepository(work).DeletedAsync(nameof(Person), topic: null, deletedBy: null, int.MaxValue, cancellationToken);
        return deleted.Where(d => d.Deletion.Before!.Get<Guid?>("memberId") == Db.ViewerId).Select(d => d.Id).ToHashSet();
    }
}
