using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SampleData;

/// <summary>Fills an organization with a family's people, occasions and gifts.</summary>
internal sealed class HouseholdSampleData(
    CurrentMember current,
    PeopleService people,
    OccasionsService occasions,
    SubBudgetsService subBudgets,
    GiftsService gifts,
    TimeProvider time) : ISampleData
{
    public int Order => 1;

    public string Name => "sample occasions";

    // Those whose names aren't there yet.
    public async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var household = new SampleHousehold(today, await current.CurrencyAsync(cancellationToken));
        var ids = await AddPeopleAsync(household, cancellationToken);
        var known = await KnownOccasionsAsync(today, cancellationToken);
        var missing = household.Occasions.Where(o => !known.Contains(o.Input.Name!)).ToList();
        foreach (var occasion in missing)
        {
            await AddOccasionAsync(occasion, ids, cancellationToken);
        }

        return missing.Count;
    }

    private async Task<IReadOnlyDictionary<string, Guid>> AddPeopleAsync(SampleHousehold household, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var known in await people.ListAsync(cancellationToken))
        {
            ids[known.Name] = known.Id;
        }

        foreach (var person in SampleHousehold.People.Where(p => !ids.ContainsKey(p.Name)))
        {
            var input = new PersonInput { Name = person.Name, Birthday = household.BirthdayOf(person), Notes = person.Notes };
            ids[person.Name] = (await people.AddAsync(input, cancellationToken)).Id;
        }

        return ids;
    }

    private async Task<HashSet<string>> KnownOccasionsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var shown = await occasions.OverviewAsync(today, archived: false, cancellationToken);
        var archived = await occasions.OverviewAsync(today, archived: true, cancellationToken);
        return shown.Concat(archived).Select(o => o.Occasion.Name).ToHashSet(StringComparer.Ordinal);
    }

    private async Task AddOccasionAsync(SampleOccasion sample, IReadOnlyDictionary<string, Guid> ids, CancellationToken cancellationToken)
    {
        var occasion = await occasions.AddAsync(sample.Input, cancellationToken);
        var buyer = await BuyerAsync(cancellationToken);
        foreach (var (name, amount) in sample.SubBudgets)
        {
            await subBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, ids[name], amount, version: null, cancellationToken);
        }

        foreach (var gift in sample.Gifts)
        {
            var input = gift.Input with
            {
                RecipientId = gift.For is null ? null : ids[gift.For],
                BuyerId = gift.For != SampleHousehold.Alex && gift.Input.Status is (GiftStatus.Purchased or GiftStatus.Received) ? buyer : null,
            };
            await gifts.AddAsync(occasion.Id, input, cancellationToken);
        }
    }

    // Whoever acts; for the command line, an admin, who then finds purchases of their own.
    private async Task<Guid?> BuyerAsync(CancellationToken cancellationToken) =>
        current.MemberId ?? (await current.OrganizationAsync(cancellationToken)).MembersByName.FirstOrDefault(m => m.Role == Role.Admin)?.Id;
}
