using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>Places of gifts in the columns of a board.</summary>
internal sealed partial class GiftingRepository
{
    /// <summary>The number of the write that is being made: greater than that of every one before.</summary>
    public async Task<long> MomentAsync(CancellationToken cancellationToken) => await Compiled.LastSequence(Db, cancellationToken) + 1;

    /// <summary>Those from whom the gifts for them are kept in an occasion, whether there are any or not.</summary>
    public async Task<IReadOnlySet<Guid>> KeptPeopleAsync(Guid occasionId, CancellationToken cancellationToken) =>
        (await Db.People
            .Where(p => p.MemberId != null && Db.Set<Occasion>().Any(o => o.Id == occasionId && o.KeptUntil > Db.Today))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken)).ToHashSet();

#pragma warning disable CA1309 // The database compares, and it does so ordinally.
    /// <summary>The last place before another one, of gifts for nobody of those from whom they are kept.</summary>
    public Task<string?> LastPlaceBeforeAsync(Column column, string place, IReadOnlyCollection<Guid> keptFrom, CancellationToken cancellationToken) =>
        Of(column)
            .Where(g => string.Compare(g.Place, place) < 0 && (g.RecipientId == null || !keptFrom.Contains(g.RecipientId.Value)))
            .MaxAsync(g => (string?)g.Place, cancellationToken);

    /// <summary>
    /// Puts the gifts behind one place and not behind another right behind the first, in their order, without a new version or an audit
    /// entry: their neighbour was moved, not they.
    /// </summary>
    public async Task PutBetweenAsync(Column column, string first, string last, long moment, CancellationToken cancellationToken)
    {
        var between = await Of(column)
            .Where(g => string.Compare(g.Place, first) > 0 && string.Compare(g.Place, last) <= 0)
            .OrderByDescending(g => g.Place)
            .Select(g => g.Id)
            .ToListAsync(cancellationToken);
#pragma warning restore CA1309
        for (var i = 0; i < between.Count; i++)
        {
            var (id, place) = (between[i], BoardPlace.Behind(first, moment, i + 1));
#pragma warning disable RS0030 // A bulk write goes round the audit trail, as this must: else a card that is moved would show on its neighbours.
            await UnitOfWork.InBulkAsync<Gift>(() => Db.Gifts.IgnoreQueryFilters([Surprises.FilterName])
                .Where(g => g.Id == id)
                .ExecuteUpdateAsync(gift => gift.SetProperty(g => g.Place, place), cancellationToken));
#pragma warning restore RS0030
        }
    }

    private IQueryable<Gift> Of(Column column) =>
        Db.Gifts.IgnoreQueryFilters([Surprises.FilterName])
            .Where(g => g.OccasionId == column.OccasionId && g.Status == column.Status && g.Id != column.Except);
}
