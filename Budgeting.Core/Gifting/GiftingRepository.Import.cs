using Budgeting.Core.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>What files of gifts are made of, and are compared with.</summary>
internal sealed partial class GiftingRepository
{
    public async Task<IReadOnlyDictionary<Guid, string>> PeopleNamesAsync(CancellationToken cancellationToken) =>
        await Db.People.OrderBy(p => p.Id).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

    /// <summary>Every member's name, those who left included.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> MemberNamesAsync(CancellationToken cancellationToken) =>
        await Db.Set<Member>().OrderBy(m => m.Id).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);

    /// <summary>
    /// The keys of what was imported into an occasion. Those of gifts that are kept from who looks aren't needed: such a gift is for
    /// them, as its key says, and they can't add one that is.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> ImportKeysAsync(Guid occasionId, CancellationToken cancellationToken) =>
        (await Db.Gifts.Where(g => g.OccasionId == occasionId && g.ImportKey != null).Select(g => g.ImportKey!.Value).ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>What an occasion has that wasn't imported.</summary>
    public async Task<IReadOnlyList<GiftDto>> NotImportedAsync(Guid occasionId, CancellationToken cancellationToken) =>
        await Db.Gifts.Where(g => g.OccasionId == occasionId && g.ImportKey == null).Select(GiftRecords.Projection).ToListAsync(cancellationToken);
}
