using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>Every query of Gifting.</summary>
internal sealed partial class GiftingRepository(UnitOfWork work)
{
    private BudgetingDbContext Db => work.Db;

    public void Add(object row) => Db.Add(row);

    public void Remove(object row) => Db.Remove(row);

    // People

    public Task<PersonDto?> PersonDtoAsync(Guid id, CancellationToken cancellationToken) =>
        Db.People.Where(p => p.Id == id).Select(PersonRecords.Projection).SingleOrDefaultAsync(cancellationToken);

    public Task<bool> PersonExistsAsync(Guid id, CancellationToken cancellationToken) => Compiled.PersonExists(Db, id, cancellationToken);

    public async Task<IReadOnlyList<PersonDto>> PeopleAsync(CancellationToken cancellationToken) =>
        await Db.People.OrderBy(p => p.Name).ThenBy(p => p.Id).Select(PersonRecords.Projection).ToListAsync(cancellationToken);

    public Task<bool> IsLinkedAsync(Guid memberId, Guid toOtherThan, CancellationToken cancellationToken) =>
        Db.People.AnyAsync(p => p.MemberId == memberId && p.Id != toOtherThan, cancellationToken);

    public async Task<bool> IsInUseAsync(Guid personId, CancellationToken cancellationToken) =>
        await Db.Gifts.AnyAsync(g => g.RecipientId == personId, cancellationToken) ||
        await Db.SubBudgets.AnyAsync(b => b.EntityId == personId, cancellationToken) ||
        await Db.Wishes.AnyAsync(w => w.PersonId == personId, cancellationToken) ||
        await Db.GuestLinks.AnyAsync(l => l.KeptForId == personId, cancellationToken);

    /// <summary>The person who looks, if one is linked to them.</summary>
    public Task<Guid?> OwnPersonAsync(CancellationToken cancellationToken) =>
        Db.People.Where(p => p.MemberId == Db.ViewerId).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);

    public Task<bool> MemberExistsAsync(Guid memberId, CancellationToken cancellationToken) =>
        Db.Set<Member>().AnyAsync(m => m.Id == memberId, cancellationToken);

    // Occasions

    public Task<OccasionDto?> OccasionDtoAsync(Guid id, CancellationToken cancellationToken) => Compiled.Occasion(Db, id, cancellationToken);

    public async Task<IReadOnlyList<OccasionDto>> OccasionsAsync(
        Expression<Func<Occasion, bool>> filter, bool latestFirst, int? take, CancellationToken cancellationToken)
    {
        var occasions = Db.Occasions.Where(filter);
        var ordered = latestFirst
            ? occasions.OrderByDescending(o => o.Date).ThenByDescending(o => o.Id)
            : occasions.OrderBy(o => o.Date).ThenBy(o => o.Id);
        return await ordered.Take(take ?? int.MaxValue).Select(OccasionRecords.Projection).ToListAsync(cancellationToken);
    }

    /// <summary>The person who looks, where the occasion keeps surprises for them: there may be some, or none.</summary>
    public Task<Guid?> KeptForAsync(Guid occasionId, CancellationToken cancellationToken) =>
        Db.Occasions
            .Where(o => o.Id == occasionId && o.KeptUntil > Db.Today)
            .SelectMany(_ => Db.Set<Person>().Where(p => p.MemberId == Db.ViewerId))
            .Select(p => (Guid?)p.Id)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Those of the occasions that keep surprises for who looks.</summary>
    public async Task<IReadOnlySet<Guid>> KeptForAsync(IReadOnlyCollection<Guid> occasionIds, CancellationToken cancellationToken) =>
        (await Db.Occasions
            .Where(o => occasionIds.Contains(o.Id) && o.KeptUntil > Db.Today && Db.Set<Person>().Any(p => p.MemberId == Db.ViewerId))
            .Select(o => o.Id)
            .ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>The occasions that were begun as next year's of this one.</summary>
    public async Task<IReadOnlyList<Occasion>> NextOfAsync(Guid occasionId, CancellationToken cancellationToken) =>
        await Db.Occasions.Where(o => o.PreviousId == occasionId).ToListAsync(cancellationToken);

    /// <summary>What goes with an occasion when it is deleted: budgets for parts of it, wishes and links.</summary>
    public async Task<IReadOnlyList<object>> PartsOfAsync(Guid occasionId, CancellationToken cancellationToken) =>
    [
        .. await Db.SubBudgets.Where(b => b.OccasionId == occasionId).ToListAsync(cancellationToken),
        .. await Db.Wishes.Where(w => w.OccasionId == occasionId).ToListAsync(cancellationToken),
        .. await Db.GuestLinks.Where(l => l.OccasionId == occasionId).ToListAsync(cancellationToken),
    ];

    public Task<bool> HasGiftsAsync(Guid occasionId, CancellationToken cancellationToken) =>
        Db.Gifts.AnyAsync(g => g.OccasionId == occasionId, cancellationToken);

    /// <summary>Σ line totals of the occasion's gifts, over the covering index.</summary>
    public Task<decimal> SumAsync(Guid occasionId, CancellationToken cancellationToken) =>
        Db.Gifts.Where(g => g.OccasionId == occasionId).SumAsync(g => g.LineTotal, cancellationToken);

    /// <summary>Σ sub-budgets of the occasion.</summary>
    public Task<decimal> SubBudgetSumAsync(Guid occasionId, CancellationToken cancellationToken) =>
        Db.SubBudgets.Where(b => b.OccasionId == occasionId && b.EntityType == BudgetedEntity.Person).SumAsync(b => b.Amount, cancellationToken);

    // Figures

    /// <summary>All sums of one occasion and its sub-budgets, in one query over the covering index.</summary>
    public async Task<(IReadOnlyList<FigureRow> Rows, IReadOnlyDictionary<Guid, SubBudgetRow> SubBudgets, Guid? KeptFor)> FiguresAsync(
        Guid occasionId, CancellationToken cancellationToken)
    {
        var rows = new List<Compiled.Row>();
        await foreach (var row in Compiled.Figures(Db, occasionId, Db.ViewerId, Db.Today).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        // Left out here, a group at a time, since the filter would look at each gift.
        var keptFor = rows.SingleOrDefault(r => r.Kind == 2)?.EntityId;
        rows.RemoveAll(r => keptFor is not null && r.EntityId == keptFor);
        return (
            // What an engine groups comes in an order of its own.
            rows.Where(r => r.Kind == 0).OrderBy(r => r.Status).ThenBy(r => r.EntityId).Select(r => new FigureRow((GiftStatus)r.Status, r.EntityId, r.Count, r.Amount, r.Unpriced)).ToList(),
            rows.Where(r => r.Kind == 1).ToDictionary(r => r.EntityId!.Value, r => new SubBudgetRow(r.Amount, r.Version)),
            keptFor);
    }

    /// <summary>The sums of several occasions by status, in one query.</summary>
    public async Task<ILookup<Guid, FigureRow>> FiguresAsync(IReadOnlyCollection<Guid> occasionIds, CancellationToken cancellationToken)
    {
        var rows = await Db.Gifts
            .Where(g => occasionIds.Contains(g.OccasionId))
            .GroupBy(g => new { g.OccasionId, g.Status })
            .Select(g => new
            {
                g.Key.OccasionId,
                g.Key.Status,
                Count = g.Count(),
                Total = g.Sum(x => x.LineTotal),
                Unpriced = g.Sum(x => x.Unpriced ? 1 : 0),
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.OccasionId, r => new FigureRow(r.Status, RecipientId: null, r.Count, r.Total, r.Unpriced));
    }

    // Gifts

    public Task<Gift?> GiftAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Gifts.SingleOrDefaultAsync(g => g.Id == id, cancellationToken);

    public Task<GiftDto?> GiftDtoAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Gifts.Where(g => g.Id == id).Select(GiftRecords.Projection).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The last gifts that were added and are called something like it: names are read until there are enough, since no engine compares them so loosely.</summary>
    public async Task<IReadOnlyList<FoundGift>> FindAsync(string[] words, int most, CancellationToken cancellationToken)
    {
        var newestFirst = Db.Gifts.OrderByDescending(g => g.Id)
            .Join(Db.Occasions, g => g.OccasionId, o => o.Id, (gift, occasion) => new FoundGift(gift.Id, gift.Name, occasion.Name));
        return await newestFirst.AsAsyncEnumerable().Where(g => LooseText.HasAll(g.Name, words)).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The first gifts of each column, in board order.</summary>
    public async Task<ILookup<GiftStatus, GiftDto>> BoardAsync(
        Guid occasionId, GiftFilter filter, int perColumn, CancellationToken cancellationToken)
    {
        var gifts = await Enum.GetValues<GiftStatus>()
            .Select(status => Filtered(occasionId, filter)
                .Where(g => g.Status == status)
                .OrderBy(g => g.Place).ThenBy(g => g.Id)
                .Take(perColumn))
            .Aggregate((all, column) => all.Concat(column))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return gifts.OrderBy(g => g.Place, StringComparer.Ordinal).ThenBy(g => g.Id).ToLookup(g => g.Status, Dto);
    }

    /// <summary>The gifts of an occasion in a table's order.</summary>
    public async Task<IReadOnlyList<GiftDto>> TableAsync(Guid occasionId, GiftFilter filter, GiftOrder order, int take, CancellationToken cancellationToken, int skip = 0) =>
        await Ordered(Filtered(occasionId, filter), order).Skip(skip).Take(take).Select(GiftRecords.Projection).ToListAsync(cancellationToken);

    public Task<GiftPicture?> PictureAsync(Guid giftId, CancellationToken cancellationToken) =>
        Db.GiftPictures.SingleOrDefaultAsync(p => p.Id == giftId, cancellationToken);

    public Task<PictureDto?> PictureDtoAsync(Guid giftId, CancellationToken cancellationToken) =>
        Db.GiftPictures
            .Where(p => p.Id == giftId)
            .Join(Db.Gifts, p => p.Id, g => g.Id, (p, g) => new PictureDto(p.ContentType, g.Picture!, p.Bytes))
            .SingleOrDefaultAsync(cancellationToken);

    // Sub-budgets

    public Task<SubBudget?> SubBudgetAsync(Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken) =>
        Db.SubBudgets.SingleOrDefaultAsync(b => b.OccasionId == occasionId && b.EntityType == type && b.EntityId == entityId, cancellationToken);

    /// <summary>Every amount set aside in an occasion that who asks may see.</summary>
    public async Task<IReadOnlyList<SubBudget>> SubBudgetsAsync(Guid occasionId, CancellationToken cancellationToken) =>
        await Db.SubBudgets.AsNoTracking()
            .Where(b => b.OccasionId == occasionId).OrderBy(b => b.Id)
            .ToListAsync(cancellationToken);

    /// <summary>What a member means to spend, by occasion, in those that aren't archived.</summary>
    public async Task<IReadOnlyDictionary<Guid, decimal>> OwnBudgetsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await Db.SubBudgets
            .Where(b => b.EntityType == BudgetedEntity.Member && b.EntityId == memberId && Db.Set<Occasion>().Any(o => o.Id == b.OccasionId && !o.Archived))
            .ToDictionaryAsync(b => b.OccasionId, b => b.Amount, cancellationToken);

    private static readonly Func<Gift, GiftDto> Dto = GiftRecords.Projection.Compile();

    private IQueryable<Gift> Filtered(Guid occasionId, GiftFilter filter)
    {
        var gifts = Db.Gifts.Where(g => g.OccasionId == occasionId);
        gifts = filter.Segment switch
        {
            GiftMeter.Purchased => gifts.Where(g => g.Status >= GiftStatus.Purchased),
            GiftMeter.Planned => gifts.Where(g => g.Status < GiftStatus.Purchased && (filter.IdeasCount || g.Status != GiftStatus.Idea)),
            _ => gifts,
        };
        return filter.RecipientId is { } recipient ? gifts.Where(g => g.RecipientId == recipient) : gifts;
    }

    private Expression<Func<Gift, string>> Recipient =>
        g => EF.Functions.Collate(Db.Set<Person>().Where(p => p.Id == g.RecipientId).Select(p => p.Name).First(), Names.Collation);

    private IOrderedQueryable<Gift> Ordered(IQueryable<Gift> gifts, GiftOrder order) => (order.Column, order.Descending) switch
    {
        (GiftColumn.Name, false) => gifts.OrderBy(g => EF.Functions.Collate(g.Name, Names.Collation)).ThenBy(g => g.Id),
        (GiftColumn.Name, true) => gifts.OrderByDescending(g => EF.Functions.Collate(g.Name, Names.Collation)).ThenBy(g => g.Id),
        (GiftColumn.Recipient, false) => gifts.OrderBy(g => g.RecipientId != null).ThenBy(Recipient).ThenBy(g => g.Id),
        (GiftColumn.Recipient, true) => gifts.OrderByDescending(g => g.RecipientId != null).ThenByDescending(Recipient).ThenBy(g => g.Id),
        (GiftColumn.Status, false) => gifts.OrderBy(g => g.Status).ThenBy(g => g.Place),
        (GiftColumn.Status, true) => gifts.OrderByDescending(g => g.Status).ThenBy(g => g.Place),
        (GiftColumn.Price, false) => gifts.OrderBy(g => !g.Unpriced).ThenBy(GiftPrice.EachInSql).ThenBy(g => g.Id),
        (GiftColumn.Price, true) => gifts.OrderByDescending(g => !g.Unpriced).ThenByDescending(GiftPrice.EachInSql).ThenBy(g => g.Id),
        (GiftColumn.Total, false) => gifts.OrderBy(g => g.LineTotal).ThenBy(g => g.Id),
        (GiftColumn.Total, true) => gifts.OrderByDescending(g => g.LineTotal).ThenBy(g => g.Id),
        (_, false) => gifts.OrderBy(g => g.Id),
        (_, true) => gifts.OrderByDescending(g => g.Id),
    };
}
