using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>Places of gifts in the columns of a board.</summary>
internal sealed partial class GiftingRepository
{
    /// <summary>The positions of a column, in order.</summary>
    public async Task<IReadOnlyList<Gift>> ColumnAsync(Guid occasionId, GiftStatus status, CancellationToken cancellationToken) =>
        await Db.Gifts.IgnoreQueryFilters([Surprises.FilterName]).AsNoTracking().Where(g => g.OccasionId == occasionId && g.Status == status)
            .OrderBy(g => g.Position).ThenBy(g => g.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Gives a gift another position without a new version or an audit entry: its neighbour was moved, not it.</summary>
#pragma warning disable RS0030 // A bulk write goes round the audit trail, as this must: else a surprise that moves would show on its neighbours.
    public Task RenumberAsync(Guid id, long position, CancellationToken cancellationToken) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName])
            .Where(g => g.Id == id)
            .ExecuteUpdateAsync(gift => gift.SetProperty(g => g.Position, position), cancellationToken);
#pragma warning restore RS0030

    public async Task<long> LastPositionAsync(Guid occasionId, GiftStatus status, CancellationToken cancellationToken) =>
        await Compiled.LastPosition(Db, occasionId, status, cancellationToken) ?? 0;

    /// <summary>The position of the column's first gift behind another one's place, if any: surprises included, whose places nobody is told.</summary>
    public Task<long?> PositionBehindAsync(
        Guid occasionId, GiftStatus status, (long Position, Guid Id) place, Guid except, CancellationToken cancellationToken) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName])
            .Where(g => g.OccasionId == occasionId && g.Status == status && g.Id != except)
            .Where(g => g.Position > place.Position || (g.Position == place.Position && g.Id.CompareTo(place.Id) > 0))
            .MinAsync(g => (long?)g.Position, cancellationToken);

    /// <summary>The gift right before another one in its column, of those that who asks may see.</summary>
    public Task<Guid?> BeforeAsync(Gift gift, CancellationToken cancellationToken) =>
        Db.Gifts
            .Where(g => g.OccasionId == gift.OccasionId && g.Status == gift.Status)
            .Where(g => g.Position < gift.Position || (g.Position == gift.Position && g.Id.CompareTo(gift.Id) < 0))
            .OrderByDescending(g => g.Position).ThenByDescending(g => g.Id)
            .Select(g => (Guid?)g.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Whether another gift is at a place of a column: surprises included, whose places nobody is told.</summary>
    public Task<bool> IsTakenAsync(Guid occasionId, GiftStatus status, long position, Guid exceptGiftId, CancellationToken cancellationToken) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName]).AnyAsync(g => g.OccasionId == occasionId && g.Status == status && g.Position == position && g.Id != exceptGiftId, cancellationToken);
}
