using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class SettleUpTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public void Plan_OfAnyBalances_ClearsThemAll()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var balances = Generate(random, random.Next(1, 40), 500);

            var plan = SettleUpPlan.Of(balances);

            // Not OnlyContain, which compiles its expression each time.
            Left(balances, plan).All(left => left == 0).Should().BeTrue();
            plan.Transfers.All(t => t.Amount > 0 && t.FromOwnerId != t.ToOwnerId).Should().BeTrue();
            plan.Transfers.Count.Should().BeLessThan(Math.Max(Parties(balances).Count, 1));
        }
    }

    [Fact]
    public void Plan_OfAFew_HasAsFewPaymentsAsThereCanBe()
    {
        var random = new Random(8);
        for (var i = 0; i < 2000; i++)
        {
            // Small amounts, so that groups often add up.
            var balances = Generate(random, random.Next(1, 7), 4);

            var plan = SettleUpPlan.Of(balances);

            plan.Minimal.Should().BeTrue();
            plan.Transfers.Count.Should().Be(Fewest(Parties(balances)), string.Join(' ', balances.Values));
        }
    }

    [Fact]
    public void Plan_OfTwelveInPairs_NeedsSixPayments()
    {
        var balances = Enumerable.Range(1, 6).SelectMany(i => new[] { i * 10.5m, i * -10.5m }).ToDictionary(_ => Guid.NewGuid());

        SettleUpPlan.Of(balances).Transfers.Should().HaveCount(6);
    }

    [Fact]
    public async Task Book_EverySuggestion_LeavesNoBalance()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), _, _) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"), await costs.OwnedAsync("Cleo"));
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january), paidBy: ann);
        await costs.ContributionAsync(january, ann, 10);

        foreach (var transfer in (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers)
        {
            await costs.SettleUp.BookAsync(january.Id, transfer, january.EndDate, default);
        }

        var sheet = await costs.SheetAsync(january);
        sheet.Rows.Should().OnlyContain(r => r.Balance == 0);
        sheet.FundCash.Should().Be(0);
    }

    [Fact]
    public async Task Book_WhatIsNotOwedAnyMore_IsRefused()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), _) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"));
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january), paidBy: ann);
        var transfer = (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers.Single();
        await costs.SettleUp.BookAsync(january.Id, transfer, january.EndDate, default);

        await costs.Awaiting(c => c.SettleUp.BookAsync(january.Id, transfer, january.EndDate, default)).ShouldConflictAsync("settle-up.changed");

        (await costs.SheetAsync(january)).Rows.Should().OnlyContain(r => r.Balance == 0);
    }

    // Ann owes 30, Ben 30; Cleo gets 40, Dan 20. Ben owes more than his payment to Cleo, and she gets more.
    [Fact]
    public async Task Book_APaymentTwice_WhereMoreIsOwed_RecordsItOnce()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var january = await costs.MonthAsync(1);
        foreach (var (name, opening) in new[] { ("Ann", -30m), ("Ben", -30m), ("Cleo", 40m), ("Dan", 20m) })
        {
            await costs.Periods.SetOpeningAsync(january.Id, new OpeningInput((await costs.OwnerAsync(name)).Id, opening), default);
        }

        var transfer = (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers.Single(t => t.Amount == 10);
        await costs.SettleUp.BookAsync(january.Id, transfer, january.EndDate, default);

        await costs.Awaiting(c => c.SettleUp.BookAsync(january.Id, transfer, january.EndDate, default)).ShouldConflictAsync("settle-up.changed");
    }

    [Fact]
    public async Task Book_WhatIsNotOwedToTheFund_IsRefused()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), (ben, _)) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"));
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january), paidBy: ann);

        await costs.Awaiting(c => c.SettleUp.BookAsync(january.Id, new Transfer(ben.Id, null, 50), january.EndDate, default)).ShouldConflictAsync("settle-up.changed");
    }

    [Fact]
    public async Task Book_WhatTheFundDoesNotHold_IsRefused()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (ann, _) = await costs.OwnedAsync("Ann");
        var january = await costs.MonthAsync(1);
        await costs.ContributionAsync(january, ann, 50);
        await costs.ExpenseAsync(january, 20);

        var transfer = (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers.Single();

        transfer.Should().Be(new Transfer(FromOwnerId: null, ann.Id, 50, Covered: false));
        await costs.Awaiting(c => c.SettleUp.BookAsync(january.Id, transfer, january.EndDate, default)).ShouldConflictAsync("settle-up.not-covered");
        (await costs.SettleUp.BookAsync(january.Id, transfer with { Amount = 30 }, january.EndDate, default)).Should().ContainSingle();
    }

    [Fact]
    public void PlanWithinCash_SaysWhatTheFundCannotPay_AndChangesNoPayment()
    {
        var random = new Random(9);
        for (var i = 0; i < 2000; i++)
        {
            var (plan, cash) = (SettleUpPlan.Of(Generate(random, random.Next(1, 20), 500)), random.Next(-300, 1500) / 100m);

            var within = SettleUpPlan.WithinCash(plan, cash);

            within.Transfers.Should().HaveSameCount(plan.Transfers);
            within.Transfers.Select(t => t with { Covered = true }).ToHashSet().SetEquals(plan.Transfers).Should().BeTrue();
            within.Transfers.Select(t => t.FromOwnerId is null).Should().BeInAscendingOrder("owners pay first");
            within.Transfers.All(t => t.Covered || t.FromOwnerId is null).Should().BeTrue();
            var fund = within.Transfers.Where(t => t.FromOwnerId is null).ToList();
            fund.Where(t => t.Covered).Sum(t => t.Amount).Should().BeLessThanOrEqualTo(Math.Max(cash, 0));
            fund.Where(t => !t.Covered).All(t => t.Amount > cash - fund.Where(f => f.Covered).Sum(f => f.Amount)).Should().BeTrue();
        }
    }

    [Fact]
    public async Task Suggest_WhereNobodyBearsYetWhatTheFundPaid_SaysThatItCannotPayBack()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, flat), _) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"));
        var january = await costs.MonthAsync(1);
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased);
        await costs.ContributionAsync(january, ann, 100);
        await costs.ExpenseAsync(january, 80, water);

        (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers.Should().Equal(new Transfer(null, ann.Id, 100, Covered: false));
        await costs.ReadingAsync(january, water, flat, 0, 5);
        (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers.Should().Equal(new Transfer(null, ann.Id, 20));
    }

    private static Dictionary<Guid, decimal> Generate(Random random, int count, int most) =>
        Enumerable.Range(0, count).ToDictionary(_ => Guid.NewGuid(), _ => random.Next(-most, most + 1) / 100m);

    private static IReadOnlyList<decimal> Left(Dictionary<Guid, decimal> balances, SettleUp plan) => balances
        .Select(b => b.Value + plan.Transfers.Where(t => t.FromOwnerId == b.Key).Sum(t => t.Amount) - plan.Transfers.Where(t => t.ToOwnerId == b.Key).Sum(t => t.Amount))
        .ToList();

    private static List<decimal> Parties(Dictionary<Guid, decimal> balances) =>
        balances.Values.Append(-balances.Values.Sum()).Where(b => b != 0).ToList();

    // Pays the first one's balance with each of the opposite sign in turn, and goes on with the rest.
    private static int Fewest(List<decimal> balances)
    {
        if (balances.Count == 0)
        {
            return 0;
        }

        var (first, rest) = (balances[0], balances.Skip(1).ToList());
        return 1 + rest.Select((other, i) => (other, i)).Where(o => Math.Sign(o.other) != Math.Sign(first)).DistinctBy(o => o.other)
            .Min(o => Fewest(rest.Select((b, i) => i == o.i ? b + first : b).Where(b => b != 0).ToList()));
    }
}
