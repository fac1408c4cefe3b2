using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>What a person gets, over all occasions.</summary>
internal sealed partial class GiftingRepository
{
    /// <summary>The sums of a person's gifts by occasion.</summary>
    public async Task<IReadOnlyList<PersonOccasion>> SpendingAsync(Guid personId, CancellationToken cancellationToken)
    {
        var sums = await Db.Gifts
            .Where(g => g.RecipientId == personId)
            .GroupBy(g => new { g.OccasionId, IsPurchased = g.Status >= GiftStatus.Purchased })
            .Select(g => new { g.Key.OccasionId, g.Key.IsPurchased, Count = g.Count(), Total = g.Sum(x => x.LineTotal) })
            .Join(Db.Occasions, s => s.OccasionId, o => o.Id, (s, o) => new { s.OccasionId, o.Name, o.Date, s.IsPurchased, s.Count, s.Total })
            .ToListAsync(cancellationToken);
        return sums
            .GroupBy(s => (s.OccasionId, s.Name, s.Date))
            .Select(o => new PersonOccasion(
                o.Key.OccasionId,
                o.Key.Name,
                o.Key.Date,
                o.Sum(s => s.Count),
                o.Where(s => s.IsPurchased).Sum(s => s.Total),
                o.Where(s => !s.IsPurchased).Sum(s => s.Total)))
            .ToList();
    }

    /// <summary>A person's gifts, those of the latest occasion first.</summary>
    public async Task<IReadOnlyList<GiftDto>> GiftsForAsync(Guid personId, int take, CancellationToken cancellationToken)
    {
        var gifts = await Db.Gifts.AsNoTracking()
            .Where(g => g.RecipientId == personId)
            .Join(Db.Occasions, g => g.OccasionId, o => o.Id, (gift, o) => new { gift, o.Date })
            .OrderByDescending(r => r.Date).ThenBy(r => r.gift.OccasionId).ThenBy(r => r.gift.Id)
            .Select(r => r.gift)
            .Take(take)
            .ToListAsync(cancellationToken);
        return gifts.Select(Dto).ToList();
    }
}
