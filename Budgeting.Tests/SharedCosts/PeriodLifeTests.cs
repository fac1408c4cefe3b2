using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class PeriodLifeTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly string[] Derived = ["allocation_lines", "period_shares", "opening_balances", "closing_balances"];

    [Fact]
    public async Task History_NamesTheReason_AlsoWhereItIsTheSameAsLastTime()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var january = await costs.MonthAsync(1);
        foreach (var _ in new[] { 1, 2 })
        {
            await costs.CloseAsync(january);
            await costs.ReopenAsync(january);
        }

        var history = await costs.Periods.HistoryAsync(january.Id, default);

        history.Select(e => e.Changes.SingleOrDefault(c => c.Field == "reopenReason")?.After).Should().Equal("A bill was late", null, "A bill was late", null, null);
    }

    [Fact]
    public async Task Close_APeriod_OpensTheNextWithItsBalances()
    {
        var (costs, ann, january) = await SceneAsync();
        await costs.ContributionAsync(january, ann, 5);
        var february = await costs.MonthAsync(2);

        var closed = await costs.CloseAsync(january);

        closed.Period.Status.Should().Be(PeriodStatus.Closed);
        closed.Changes.Should().ContainEquivalentOf(new BalanceChange(february.Id, "2026-02", ann.Id, "Ann", null, 5, null, null));
        (await costs.RowAsync(february, ann)).Opening.Should().Be(5);
        (await costs.RowAsync(await costs.MonthAsync(3), ann)).Opening.Should().Be(0);
    }

    [Fact]
    public async Task Add_APeriodAfterAClosedOne_OpensItWithItsBalances()
    {
        var (costs, ann, january) = await SceneAsync();
        await costs.ContributionAsync(january, ann, 5);
        await costs.CloseAsync(january);

        var february = await costs.MonthAsync(2);

        february.PreviousId.Should().Be(january.Id);
        (await costs.RowAsync(february, ann)).Opening.Should().Be(5);
    }

    [Fact]
    public async Task Write_InAClosedPeriod_IsRefused()
    {
        var (costs, ann, january) = await SceneAsync();
        var item = await costs.ItemAsync(january);
        var (contribution, expense) = (await costs.ContributionAsync(january, ann, 5), await costs.ExpenseAsync(january, 9, item));
        await costs.CloseAsync(january);

        Func<Task>[] writes =
        [
            () => costs.ContributionAsync(january, ann, 5),
            () => costs.Contributions.UpdateAsync(contribution.Id, contribution.ToInput(), null, default),
            () => costs.Contributions.DeleteAsync(contribution.Id, null, default),
            () => costs.ExpenseAsync(january, 5),
            () => costs.Expenses.UpdateAsync(expense.Id, expense.ToInput(), null, default),
            () => costs.Expenses.SetReceiptAsync(expense.Id, ReceiptInput.None, null, default),
            () => costs.Expenses.DeleteAsync(expense.Id, null, default),
            () => costs.ItemAsync(january),
            () => costs.Items.UpdateAsync(item.Id, item.ToInput(), null, default),
            () => costs.Items.DeleteAsync(item.Id, null, default),
            () => costs.ChargeAsync(january, ann, 5),
            () => costs.CloseAsync(january),
            () => costs.Periods.UpdateAsync(january.Id, january.ToInput(), null, default),
            () => costs.Periods.DeleteAsync(january.Id, null, default),
            () => costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ann.Id, 5), default),
            () => costs.Closing.TakeOverPropertiesAsync(january.Id, null, default),
        ];
        foreach (var write in writes)
        {
            await write.ShouldConflictAsync("period.closed");
        }
    }

    [Fact]
    public async Task Reopen_AnOpenPeriodOrWithoutAReason_IsRefused()
    {
        var (costs, _, january) = await SceneAsync();

        await costs.Awaiting(c => c.ReopenAsync(january)).ShouldConflictAsync("period.not-closed");
        await costs.CloseAsync(january);
        await costs.Awaiting(c => c.Closing.ReopenAsync(january.Id, " ", null, default)).ShouldBeInvalidAsync("reason");
    }

    [Fact]
    public async Task CloseReopenClose_WithoutAnEdit_IsIdenticalToTheByte()
    {
        await using var world = await TestWorld.CreateAsync();
        var (costs, ann, january) = await SceneAsync(world);
        await costs.OwnerAsync("Without anything");
        await costs.ExpenseAsync(january, 10, await costs.ItemAsync(january), paidBy: ann);
        await costs.CloseAsync(january);
        var property = (await costs.Properties.ListAsync(default))[0];
        using var shell = world.Shell();
        var before = (Rows(shell), await costs.SheetAsync(january));
        world.Clock.Advance(TimeSpan.FromDays(1));

        await costs.ReopenAsync(january);
        await costs.Properties.UpdateAsync(property.Id, property.ToInput() with { ShareWeight = 77 }, null, default);
        await costs.OwnerAsync("New since");
        var again = await costs.CloseAsync(january);

        again.Changes.Should().BeEmpty();
        Rows(shell).Should().Be(before.Item1);
        (await costs.SheetAsync(january)).Should().BeEquivalentTo(before.Item2);
    }

    [Fact]
    public async Task TakeOverProperties_OfAReopenedPeriod_SharesByThemAsTheyAreNow()
    {
        var (costs, ann, january) = await SceneAsync();
        var (ben, flat) = await costs.OwnedAsync("Ben");
        await costs.ExpenseAsync(january, 10, await costs.ItemAsync(january));
        await costs.CloseAsync(january);
        await costs.Properties.UpdateAsync(flat.Id, flat.ToInput() with { ShareWeight = 4 }, null, default);
        await costs.ReopenAsync(january);
        (await costs.RowAsync(january, ben)).Allocated.Should().Be(5);

        await costs.Closing.TakeOverPropertiesAsync(january.Id, version: null, default);

        (await costs.RowAsync(january, ben)).Allocated.Should().Be(8);
        (await costs.RowAsync(january, ann)).Allocated.Should().Be(2);
    }

    [Fact]
    public async Task Correction_OfAnEarlierPeriod_MovesLaterOnesByTheDifference()
    {
        var (costs, ann, january) = await SceneAsync();
        var (february, march) = (await costs.MonthAsync(2), await costs.MonthAsync(3));
        var paid = await costs.ContributionAsync(january, ann, 5);
        await costs.CloseAsync(january);
        await costs.CloseAsync(february);
        await costs.ReopenAsync(january);
        (await costs.SheetAsync(february)).Stale.Should().BeTrue();
        await costs.Contributions.UpdateAsync(paid.Id, paid.ToInput() with { Amount = 12 }, null, default);
        (await costs.RowAsync(february, ann)).Opening.Should().Be(5);

        var closed = await costs.CloseAsync(january);

        closed.Changes.Should().BeEquivalentTo([
            new BalanceChange(january.Id, "2026-01", ann.Id, "Ann", null, null, 5, 12),
            new BalanceChange(february.Id, "2026-02", ann.Id, "Ann", 5, 12, 5, 12),
            new BalanceChange(march.Id, "2026-03", ann.Id, "Ann", 5, 12, null, null)]);
        (await costs.SheetAsync(february)).Stale.Should().BeFalse();
        (await costs.RowAsync(march, ann)).Opening.Should().Be(12);
    }

    [Fact]
    public async Task Close_WithAnUnallocatedExpense_AsksFirst()
    {
        var (costs, _, january) = await SceneAsync();
        var loose = await costs.ExpenseAsync(january, 30);

        await costs.Awaiting(c => c.CloseAsync(january)).ShouldConflictAsync("expense.unallocated");
        (await costs.Closing.CheckAsync(january.Id, default)).Unallocated.Should().Equal(loose);

        (await costs.CloseAsync(january, confirm: true)).Period.Status.Should().Be(PeriodStatus.Closed);
    }

    [Fact]
    public async Task Close_WithNothingToGoBy_NamesTheItem()
    {
        var (costs, _, january) = await SceneAsync();
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased, type: "Utilities");
        await costs.ExpenseAsync(january, 30, water);

        var refusal = await FluentActions.Awaiting(() => costs.CloseAsync(january)).ShouldRefuseAsync<ConflictException>();

        (refusal.Code, refusal.Message).Should().Be(("allocation.no-basis", "The costs of Utilities can't be shared yet: give properties a share, or enter readings."));
        (await costs.SheetAsync(january)).NotAllocated.Should().Be(30);
    }

    [Fact]
    public async Task Opening_OfTheFirstPeriod_CanBeTypedInAndOfNoOther()
    {
        var (costs, ann, january) = await SceneAsync();
        var february = await costs.MonthAsync(2);

        await costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ann.Id, -3.5m), default);

        (await costs.RowAsync(january, ann)).Balance.Should().Be(-3.5m);
        await costs.Awaiting(c => c.Periods.SetOpeningAsync(february.Id, new OpeningInput(ann.Id, 1), default)).ShouldConflictAsync("opening.derived");
    }

    [Fact]
    public async Task Update_OfDaysSoThatItFollowsNoOtherAnyMore_CountsNothingTwice()
    {
        var (costs, ann, january) = await SceneAsync();
        await costs.ContributionAsync(january, ann, 100);
        await costs.CloseAsync(january);
        var february = await costs.MonthAsync(2);

        february = await costs.Periods.UpdateAsync(february.Id, february.ToInput() with { StartDate = january.EndDate }, null, default);
        var march = await costs.MonthAsync(3);
        (await costs.RowAsync(february, ann)).Opening.Should().Be(0);
        await costs.CloseAsync(february);

        (await costs.RowAsync(march, ann)).Opening.Should().Be(100);
    }

    [Fact]
    public async Task Add_BeforeAPeriodWhoseOpeningsWereTypedIn_IsRefused()
    {
        var (costs, ann, january) = await SceneAsync();
        await costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ann.Id, 500), default);
        var december = new PeriodInput { Name = "December", StartDate = january.StartDate.AddMonths(-1), EndDate = january.StartDate.AddDays(-1) };
        var february = await costs.MonthAsync(2);

        await costs.Awaiting(c => c.Periods.AddAsync(december, default)).ShouldConflictAsync("opening.typed");
        await costs.Awaiting(c => c.Periods.UpdateAsync(
            january.Id, january.ToInput() with { StartDate = february.EndDate.AddDays(1), EndDate = february.EndDate.AddDays(9) }, null, default)).ShouldConflictAsync("opening.typed");
        await costs.CloseAsync(january);
        await costs.Awaiting(c => c.Periods.AddAsync(december, default)).ShouldConflictAsync("opening.typed");

        (await costs.RowAsync(january, ann)).Opening.Should().Be(500);
    }

    [Fact]
    public async Task Add_BetweenClosedOnes_ChangesTheLaterWhenItCloses()
    {
        var (costs, ann, january) = await SceneAsync();
        await costs.ContributionAsync(january, ann, 100);
        await costs.CloseAsync(january);
        var march = await costs.MonthAsync(3);
        await costs.CloseAsync(march);

        var february = await costs.MonthAsync(2);
        await costs.ContributionAsync(february, ann, 5);
        ((await costs.RowAsync(march, ann)).Opening, (await costs.Periods.GetAsync(march.Id, default)).Stale).Should().Be((100, true));
        await costs.CloseAsync(february);

        ((await costs.RowAsync(march, ann)).Opening, (await costs.Periods.GetAsync(march.Id, default)).Stale).Should().Be((105, false));
    }

    [Fact]
    public async Task Add_ANameOfTheSameYear_IsRefusedAndOfAnotherIsNot()
    {
        var (costs, _, january) = await SceneAsync();
        var again = TestCosts.MonthInput(2) with { Name = january.Name };

        await costs.Awaiting(c => c.Periods.AddAsync(again, default)).ShouldConflictAsync("period.exists");
        await costs.Awaiting(c => c.Periods.AddAsync(again with { Name = "CAFÉ" }, default)).Should().NotThrowAsync();
        await costs.Awaiting(c => c.Periods.AddAsync(TestCosts.MonthInput(3) with { Name = "Cafe\u0301" }, default)).ShouldConflictAsync("period.exists");
        await costs.Periods.AddAsync(TestCosts.MonthInput(13) with { Name = january.Name }, default);
        await costs.Awaiting(c => c.Periods.AddAsync(again with { EndDate = again.StartDate }, default)).ShouldBeInvalidAsync("endDate");
    }

    private static string Rows(SqlShell shell) =>
        string.Join('\n', shell.Dump().Split('\n').Where(row => Derived.Any(table => row.StartsWith(table + ":", StringComparison.Ordinal))));

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> SceneAsync(TestWorld? world = null)
    {
        var costs = new TestCosts(await (world ?? fixture.World).OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner, await costs.MonthAsync(1));
    }
}
