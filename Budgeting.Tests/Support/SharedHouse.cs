using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Support;

/// <summary>
/// The house of the guide: six owners with a flat each, of whom Ben paid 100.00 that all share alike; Ann paid 20.00 in, Cleo was charged
/// a lost key. Amounts are euros.
/// </summary>
public sealed record SharedHouse(TestCosts Costs, PeriodDto January, IReadOnlyList<OwnerDto> Owners)
{
    public const string Iban = "DE89370400440532013000";

    public static async Task<SharedHouse> CreateAsync(TestActor admin, Guid? ann = null)
    {
        await admin.Organizations.UpdateAsync(new OrganizationInput { Name = "Elm Street 7", Currency = "EUR", Iban = Iban }, version: null, default);
        var costs = new TestCosts(admin);
        var owners = new List<OwnerDto>();
        foreach (var name in new[] { "Ann", "Ben", "Cleo", "Dan", "Eve", "Fay" })
        {
            owners.Add(await costs.OwnerAsync(name, name == "Ann" ? ann : null));
            await costs.PropertyAsync(owners[^1], name: $"Flat {owners.Count}");
            (admin.Get<TimeProvider>() as TestClock)?.Tick();
        }

        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january, AllocationStrategy.FixedFee), paidBy: owners[1]);
        await costs.ContributionAsync(january, owners[0], 20);
        await costs.ChargeAsync(january, owners[2], 5);
        return new SharedHouse(costs, january, owners);
    }
}
