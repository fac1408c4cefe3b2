using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>A gift that one gives, alone or with others.</summary>
/// <param name="Share">One's own part of the line total.</param>
public sealed record Purchase(GiftDto Gift, decimal Share);

/// <summary>What one gives in an occasion, against what one means to spend there, where that is set.</summary>
public sealed record GiverOccasion(OccasionDto Occasion, Meter Meter);

/// <summary>What a member gives in all occasions that aren't archived.</summary>
/// <param name="Occasions">The next first.</param>
/// <param name="Items">By occasion, then in the order in which they were added.</param>
public sealed record Purchases(
    IReadOnlyList<GiverOccasion> Occasions, IReadOnlyList<Purchase> Items, IReadOnlyList<PersonDto> People, IReadOnlyList<MemberCard> Members);

/// <summary>What a member buys and gives.</summary>
public sealed class PurchasesService(UnitOfWorkFactory units, CurrentMember current)
{
    /// <summary>The gifts that who asks buys or gives a part of. Nothing for the command line, which gives nothing.</summary>
    public async Task<Purchases> MineAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var organization = await current.OrganizationAsync(cancellationToken);
        var people = await repository.PeopleAsync(cancellationToken);
        if (current.MemberId is not { } me)
        {
            return new Purchases([], [], people, organization.MembersByName);
        }

        var gifts = await repository.GivenByAsync(me, cancellationToken);
        var budgets = await repository.OwnBudgetsAsync(me, cancellationToken);
        var ids = gifts.Select(g => g.OccasionId).Concat(budgets.Keys).Distinct().ToList();
        var occasions = await repository.OccasionsAsync(o => ids.Contains(o.Id), latestFirst: false, take: null, cancellationToken);
        var items = gifts.Select(g => new Purchase(g, GiverShares.Of(g, me, organization.Currency))).ToLookup(p => p.Gift.OccasionId);
        return new Purchases(
            occasions.Select(o => MeterOf(o, items[o.Id], budgets, organization.Currency)).ToList(),
            occasions.SelectMany(o => items[o.Id]).ToList(),
            people,
            organization.MembersByName);
    }

    private static GiverOccasion MeterOf(
        OccasionDto occasion, IEnumerable<Purchase> items, IReadOnlyDictionary<Guid, decimal> budgets, Currency currency)
    {
        var rows = items
            .Where(p => GiftMeter.Counts(p.Gift.Status, occasion.IdeasCountAsPlanned))
            .Select(p => new FigureRow(p.Gift.Status, RecipientId: null, Count: 1, p.Share, p.Gift is { Price: null, DiscountPrice: null } ? 1 : 0))
            .ToList();
        decimal? budget = budgets.TryGetValue(occasion.Id, out var amount) ? amount : null;
        return new GiverOccasion(occasion, GiftMeter.Of(currency, budget, occasion.NearThresholdPercent, rows));
    }
}
