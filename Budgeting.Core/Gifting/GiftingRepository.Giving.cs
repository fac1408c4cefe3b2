using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>Wishes, what a member gives, and presents that wait for an occasion.</summary>
internal sealed partial class GiftingRepository
{
    /// <summary>The wishes of who looks.</summary>
    public async Task<IReadOnlyList<WishDto>> WishesAsync(Guid occasionId, CancellationToken cancellationToken) =>
        await OwnWishes().Where(w => w.OccasionId == occasionId).OrderBy(w => w.Id)
            .Select(WishRecords.Projection)
            .ToListAsync(cancellationToken);

    /// <summary>A wish of who looks.</summary>
    public Task<Wish?> WishAsync(Guid id, CancellationToken cancellationToken) =>
        OwnWishes().SingleOrDefaultAsync(w => w.Id == id, cancellationToken);

    /// <summary>The gift that a wish led to, though it is kept from who wishes: to be changed with it, never to be shown.</summary>
    public Task<Gift?> GiftOfWishAsync(Guid wishId, CancellationToken cancellationToken) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName]).SingleOrDefaultAsync(g => g.WishId == wishId, cancellationToken);

    /// <summary>The gifts that a member buys or gives a part of, in occasions that aren't archived.</summary>
    public async Task<IReadOnlyList<GiftDto>> GivenByAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var named = $"%{memberId}%";
        return await Db.Gifts
            .Where(g => ((string)(object)g.Givers == "[]" ? g.BuyerId == memberId : EF.Functions.Like((string)(object)g.Givers, named)) &&
                Db.Set<Occasion>().Any(o => o.Id == g.OccasionId && !o.Archived))
            .OrderBy(g => g.Id)
            .Select(GiftRecords.Projection)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What was bought for an occasion that is over, and not given: the earliest bought first.</summary>
    public async Task<IReadOnlyList<BoxedGift>> PresentBoxAsync(Guid exceptOccasionId, DateOnly today, int take, CancellationToken cancellationToken)
    {
        var rows = await Db.Gifts.AsNoTracking()
            .Where(g => g.Status == GiftStatus.Purchased && g.OccasionId != exceptOccasionId)
            .Join(Db.Occasions.Where(o => o.Archived || o.Date < today), g => g.OccasionId, o => o.Id, (gift, occasion) => new { gift, occasion.Name })
            .OrderBy(r => r.gift.Id)
            .Take(take)
            .ToListAsync(cancellationToken);
        return rows.Select(r => new BoxedGift(Dto(r.gift), r.Name)).ToList();
    }

    public Task<GuestLink?> GuestLinkAsync(Guid id, CancellationToken cancellationToken) =>
        Db.GuestLinks.SingleOrDefaultAsync(l => l.Id == id, cancellationToken);

    public async Task<IReadOnlyList<GuestLink>> GuestLinksAsync(Guid occasionId, CancellationToken cancellationToken) =>
        await Db.GuestLinks.AsNoTracking().Where(l => l.OccasionId == occasionId).OrderByDescending(l => l.Id).ToListAsync(cancellationToken);

    /// <summary>An open link of whichever organization.</summary>
    public Task<GuestLink?> GuestLinkByHashAsync(byte[] hash, CancellationToken cancellationToken) =>
        Db.GuestLinks.OfAllOrganizations().AsNoTracking()
            .SingleOrDefaultAsync(l => l.Hash == hash && l.RevokedAt == null, cancellationToken);

    /// <summary>The gifts of an occasion in the order in which they were added.</summary>
    public async Task<IReadOnlyList<Gift>> AllAsync(Guid occasionId, int take, CancellationToken cancellationToken) =>
        await Db.Gifts.AsNoTracking().Where(g => g.OccasionId == occasionId).OrderBy(g => g.Id).Take(take).ToListAsync(cancellationToken);

    public Task<Organization> OrganizationAsync(CancellationToken cancellationToken) => Db.Organizations.AsNoTracking().SingleAsync(cancellationToken);

    private IQueryable<Wish> OwnWishes() => Db.Wishes.Where(w => Db.Set<Person>().Any(p => p.Id == w.PersonId && p.MemberId == Db.ViewerId));
}
