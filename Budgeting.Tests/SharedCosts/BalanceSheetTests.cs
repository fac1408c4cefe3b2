using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class BalanceSheetTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Sheet_OfALaterPeriod_HasTheMoneyThatIsInTheFund()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (ann, _) = await costs.OwnedAsync("Ann");
        var (january, february, march) = (await costs.MonthAsync(1), await costs.MonthAsync(2), await costs.MonthAsync(3));
        await costs.ContributionAsync(january, ann, 100);
        await costs.ChargeAsync(january, ann, 30);
        await costs.ExpenseAsync(january, 40);
        await costs.ChargeAsync(february, ann, 5);
        await costs.CloseAsync(january, confirm: true);
        await costs.CloseAsync(february);

        var sheet = await costs.SheetAsync(march);

        (sheet.FundCash, sheet.FundMoney, sheet.Totals.Balance, sheet.AddsUp).Should().Be((65, 60, 65, true));
        (await costs.Balances.FundAsync(march.Id, default)).Earlier.Should().Equal(new NamedAmount(january.Name, -10), new NamedAmount(february.Name, 5));
    }

    [Fact]
    public async Task Sheet_OfEveryKindOfRecord_AddsUp()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), (ben, _)) = (await costs.OwnedAsync("Ann", 2), await costs.OwnedAsync("Ben", 1));
        var january = await costs.MonthAsync(1);
        var item = await costs.ItemAsync(january);
        await costs.ContributionAsync(january, ann, 500);
        await costs.ExpenseAsync(january, 100, item);
        await costs.ExpenseAsync(january, 50, item, paidBy: ben);
        await costs.ExpenseAsync(january, 10, item, refund: true);
        await costs.ExpenseAsync(january, 30);
        await costs.ChargeAsync(january, ben, 7.5m);

        var sheet = await costs.SheetAsync(january);

        sheet.Rows.Should().BeEquivalentTo([
            new BalanceRow(ann.Id, "Ann", 0, 500, 0, 93.33m, 0, 406.67m),
            new BalanceRow(ben.Id, "Ben", 0, 0, 50, 46.67m, 7.5m, -4.17m)]);
        (sheet.FundCash, sheet.NotAllocated, sheet.Tariffs, sheet.AddsUp).Should().Be((380, 30, 0, true));
        sheet.Totals.Should().Be(new BalanceTotals(0, 500, 50, 140, 7.5m, 402.5m));
    }

    [Fact]
    public async Task NotSharedYet_IsWhatHasNoItemOrNothingToGoBy_AndNotWhatIsLeftToTheFund()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        await costs.OwnedAsync("Ann");
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 40, await costs.ItemAsync(january, AllocationStrategy.None, type: "Gifts"));
        await costs.ExpenseAsync(january, 8, await costs.ItemAsync(january));
        (await costs.SheetAsync(january)).NotSharedYet.Should().BeNull();

        var bill = await costs.ExpenseAsync(january, 30);
        await costs.ExpenseAsync(january, 5, await costs.ItemAsync(january, AllocationStrategy.UsageBased, type: "Water"));
        var (sheet, _) = (await costs.SheetAsync(january), await costs.ExpenseAsync(january, 35, refund: true));

        (sheet.NotSharedYet, sheet.NotAllocated).Should().Be((35, 75));
        (await costs.SheetAsync(january)).NotSharedYet.Should().Be(0, "a bill and a refund are shared by different items");
        await costs.Expenses.DeleteAsync(bill.Id, version: null, default);
        (await costs.SheetAsync(january)).NotSharedYet.Should().Be(-30);
    }

    [Fact]
    public async Task NotSharedYet_IsNothingOnceThePeriodIsClosed()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        await costs.OwnedAsync("Ann");
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 30);

        await costs.CloseAsync(january, confirm: true);

        (await costs.SheetAsync(january)).Should().Match<BalanceSheet>(s => s.NotSharedYet == null && s.NotAllocated == 30);
    }

    [Fact]
    public async Task FundOfAPeriodInAList_IsThatOfItsSheet_AlsoWithEarlierOnesClosed()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (ann, _) = await costs.OwnedAsync("Ann");
        var (january, february) = (await costs.MonthAsync(1), await costs.MonthAsync(2));
        await costs.ContributionAsync(january, ann, 20);
        await costs.ExpenseAsync(january, 30);
        await costs.ChargeAsync(january, ann, 4);
        await costs.CloseAsync(january, confirm: true);
        await costs.ExpenseAsync(february, 3, paidBy: ann);
        await costs.ExpenseAsync(february, 1, refund: true);

        var funds = (await costs.Periods.OverviewAsync(default)).ToDictionary(s => s.Period.Id, s => s.Fund);

        (funds[january.Id], funds[february.Id]).Should().Be((-10, -9));
        funds[february.Id].Should().Be((await costs.SheetAsync(february)).FundMoney).And.Be((await costs.Periods.PageAsync(february.Id, default)).Summary.Fund);
    }

    [Fact]
    public async Task Sheet_OfAnEmptyPeriod_HasEveryActiveOwner()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ann = await costs.OwnerAsync("Ann");
        var left = await costs.OwnerAsync("Left");
        await costs.Owners.UpdateAsync(left.Id, left.ToInput() with { Active = false }, version: null, default);

        var sheet = await costs.SheetAsync(await costs.MonthAsync(1));

        sheet.Rows.Should().Equal(new BalanceRow(ann.Id, "Ann", 0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Sheet_WhoseLinesWereTamperedWith_IsAnError()
    {
        await using var world = await TestWorld.CreateAsync();
        var costs = new TestCosts(await world.OrganizationAsync());
        await costs.OwnedAsync("Ann");
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january));
        using var shell = world.Shell();
        shell.Execute("UPDATE allocation_lines SET amount = amount - 10000");

        await costs.Awaiting(c => c.SheetAsync(january)).ShouldConflictAsync("balance-sheet.wrong");
    }

    [Fact]
    public async Task Allocation_Proportional_LeavesOutInactiveProperties()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), (ben, _), (_, shed)) = (await costs.OwnedAsync("Ann", 5), await costs.OwnedAsync("Ben", 2), await costs.OwnedAsync("Cleo", 90));
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 0.10m, await costs.ItemAsync(january));

        await costs.Properties.UpdateAsync(shed.Id, shed.ToInput() with { Active = false }, version: null, default);

        (await costs.RowAsync(january, ann)).Allocated.Should().Be(0.07m);
        (await costs.RowAsync(january, ben)).Allocated.Should().Be(0.03m);
    }

    [Fact]
    public async Task Allocation_FixedFee_ChargesAnOwnerOfTwoTwice()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), (ben, _)) = (await costs.OwnedAsync("Ann", 0), await costs.OwnedAsync("Ben", 70));
        await costs.PropertyAsync(ann, 5);
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 90, await costs.ItemAsync(january, AllocationStrategy.FixedFee));

        (await costs.RowAsync(january, ann)).Allocated.Should().Be(60);
        (await costs.RowAsync(january, ben)).Allocated.Should().Be(30);
    }

    [Fact]
    public async Task Allocation_ByUsage_SharesTheBillAndNotThePrice()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, annes), (ben, bens), (cleo, cleos)) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"), await costs.OwnedAsync("Cleo"));
        var january = await costs.MonthAsync(1);
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased, unitPrice: 99);
        await costs.ReadingAsync(january, water, annes, 99_990, 20, capacity: 100_000);
        await costs.ReadingAsync(january, water, bens, 0, 60, serial: "old");
        await costs.ReadingAsync(january, water, bens, 500, 510, serial: "new");
        await costs.ReadingAsync(january, water, cleos, 7, 7);

        await costs.ExpenseAsync(january, 100, water);

        (await costs.RowAsync(january, ann)).Allocated.Should().Be(30);
        (await costs.RowAsync(january, ben)).Allocated.Should().Be(70);
        (await costs.RowAsync(january, cleo)).Allocated.Should().Be(0);
        (await costs.SheetAsync(january)).Tariffs.Should().Be(0);
    }

    [Fact]
    public async Task Allocation_ByUsageWithoutABill_ChargesConsumptionTimesPrice()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, annes), (ben, bens)) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"));
        var january = await costs.MonthAsync(1);
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased, unitPrice: 1.005m);
        await costs.ReadingAsync(january, water, annes, 0, 1);
        await costs.ReadingAsync(january, water, bens, 0, 2);

        var charged = await costs.SheetAsync(january);
        var bill = await costs.ExpenseAsync(january, 9, water);
        var billed = await costs.SheetAsync(january);
        await costs.Expenses.DeleteAsync(bill.Id, version: null, default);

        (charged.Tariffs, charged.NotAllocated, charged.FundCash).Should().Be((3.02m, 0, 0));
        charged.Rows.Select(r => (r.OwnerId, r.Allocated)).Should().BeEquivalentTo([(ann.Id, 1.01m), (ben.Id, 2.01m)]);
        (billed.Tariffs, billed.FundCash).Should().Be((0, -9));
        billed.Rows.Select(r => (r.OwnerId, r.Allocated)).Should().BeEquivalentTo([(ann.Id, 3m), (ben.Id, 6m)]);
        (await costs.SheetAsync(january)).Should().BeEquivalentTo(charged);
    }

    [Fact]
    public async Task Allocation_OfASoldProperty_CountsTheSellerThroughTheDayBefore()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, flat), (cleo, _)) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Cleo"));
        var ben = await costs.OwnerAsync("Ben");
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 62, await costs.ItemAsync(january));

        await costs.Properties.UpdateAsync(flat.Id, flat.ToInput() with { OwnerId = ben.Id, From = new DateOnly(2026, 1, 11) }, version: null, default);

        (await costs.RowAsync(january, ann)).Allocated.Should().Be(10);
        (await costs.RowAsync(january, ben)).Allocated.Should().Be(21);
        (await costs.RowAsync(january, cleo)).Allocated.Should().Be(31);

        // The day was wrong: it was sold ten days later.
        flat = await costs.Properties.GetAsync(flat.Id, default);
        await costs.Properties.UpdateAsync(flat.Id, flat.ToInput() with { From = new DateOnly(2026, 1, 21) }, version: null, default);
        ((await costs.RowAsync(january, ann)).Allocated, (await costs.RowAsync(january, ben)).Allocated).Should().Be((20, 11));
    }

    [Fact]
    public async Task Explanation_OfAnOwner_SaysWhereEachCentComesFrom()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (ann, flat) = await costs.OwnedAsync("Ann");
        fixture.World.Clock.Tick();
        _ = (await costs.OwnedAsync("Ben"), await costs.OwnedAsync("Cleo"));
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january));
        await costs.ContributionAsync(january, ann, 5);

        var said = await costs.Balances.ExplainAsync(january.Id, ann.Id, default);

        var line = said.Allocated.Should().ContainSingle().Subject;
        (line.Exact, line.ExactAmount, line.Adjustment, line.Amount).Should().Be(("100/3", 33.333333m, 0.01m, 33.34m));
        (line.PropertyName, line.Weight, line.Days, line.TotalWeight, line.SourceAmount).Should().Be((flat.Name, 1, 31, 93, 100));
        said.Contributions.Should().ContainSingle().Which.Amount.Should().Be(5);
        said.Row.Balance.Should().Be(-28.34m);
    }
}
