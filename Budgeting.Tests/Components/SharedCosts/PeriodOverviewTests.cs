using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;

namespace Budgeting.Tests.Components;

/// <summary>What a period's page says at a glance.</summary>
public sealed class PeriodOverviewTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestCosts _costs = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task OfANewPeriod_SaysWhatComesFirst_AndClaimsNothingAchieved()
    {
        await _costs.OwnedAsync("Ann");
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open(tab, await _costs.MonthAsync(1));

        page.Sees("Nothing recorded yet");
        page.Sees("No expense is recorded yet.");
        page.Text.Should().NotContain("Every expense is shared").And.NotContain("Nothing in the way");
    }

    [Fact]
    public async Task ShowsWhoLooksTheirOwnBalance_AndWhatIsInTheFund()
    {
        var member = await _world.MemberAsync(_costs.Actor, Role.Viewer);
        var period = await _costs.MonthAsync(1);
        var ann = await _costs.OwnerAsync("Ann", member.MemberId);
        await _costs.PropertyAsync(ann);
        await _costs.ContributionAsync(period, (await _costs.OwnedAsync("Ben")).Owner, 70);
        await _costs.ExpenseAsync(period, 50, await _costs.ItemAsync(period));
        await using var tab = new ComponentContext(member);

        var page = Open(tab, period);

        page.Sees("You owe so far");
        page.WordsOf(AriaRole.Article).Should().Equal("My balance You owe so far −$25.00 To Ben.", "Fund $20.00 This is in the fund now.");
        page.ByRole(AriaRole.Link, "My balance").GetAttribute("href").Should().Be($"/costs/mine?period={period.Id}&owner={ann.Id}");
        await _costs.ContributionAsync(period, ann, 30);
        page.Sees("My balance You get back so far $5.00");
    }

    [Fact]
    public async Task OnHome_TheBalanceSaysWhatItIs_AndThatItMayChange_AndThePeriodWhatIsInTheFund()
    {
        var ann = await _costs.OwnerAsync("Ann", _costs.Actor.MemberId);
        await _costs.PropertyAsync(ann);
        var period = await _costs.MonthAsync(1);
        await _costs.ExpenseAsync(period, 50, await _costs.ItemAsync(period));
        await _costs.ExpenseAsync(period, 8);
        await using var tab = new ComponentContext(_costs.Actor);

        var page = tab.Open<CostsNow>();

        page.WaitFor(() => page.WordsOf(AriaRole.Article).Should().SatisfyRespectively(
            mine => mine.Should().Be("My balance 2026-01 You owe so far −$50.00 To the fund. $8.00 isn't shared yet, so this will change."),
            card => card.Should().Contain("In the fund −$58.00")));
    }

    [Fact]
    public async Task ShowsWhoIsNoOwnerTheFundAlone()
    {
        await _costs.OwnedAsync("Ann");
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open(tab, await _costs.MonthAsync(1));

        page.Sees("This is in the fund now.");
        page.WordsOf(AriaRole.Article).Should().Equal("Fund $0.00 This is in the fund now.");
    }

    [Fact]
    public async Task AssignsAnItemToWhatIsNotAllocated()
    {
        await _costs.OwnedAsync("Ann");
        var period = await _costs.MonthAsync(1);
        var item = await _costs.ItemAsync(period);
        var expense = await _costs.ExpenseAsync(period, 30);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, period);
        page.Sees("1 expense isn't shared yet");

        page.Choose("Budget item of Repairs", "Repairs");

        page.Sees("Nothing in the way");
        (await _costs.Expenses.GetAsync(expense.Id, default)).BudgetItemId.Should().Be(item.Id);
    }

    [Fact]
    public async Task NamesWhatHasNothingToBeSharedBy_AndClosingIsNotOffered()
    {
        await _costs.OwnedAsync("Ann");
        var period = await _costs.MonthAsync(1);
        await _costs.ExpenseAsync(period, 30, await _costs.ItemAsync(period, AllocationStrategy.UsageBased));
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, period);

        page.Sees("enter readings");
        page.Press("Close period…");

        page.Sees("can't be closed yet");
        page.Buttons.Should().NotContain("Close period");
    }

    [Fact]
    public async Task AClosedPeriod_SaysWhatTheBalanceWas_AndWhatTheFundHadPaid()
    {
        var ann = await _costs.OwnerAsync("Ann", _costs.Actor.MemberId);
        await _costs.PropertyAsync(ann);
        var (january, _) = (await _costs.MonthAsync(1), await _costs.MonthAsync(2));
        await _costs.ExpenseAsync(january, 50, await _costs.ItemAsync(january));
        await _costs.CloseAsync(january);
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open(tab, january);

        page.Sees("You owed at the end of 2026-01");
        page.WordsOf(AriaRole.Article).Should().Equal(
            "My balance You owed at the end of 2026-01 −$50.00", "Fund −$50.00 The fund had paid more than it had at the end of 2026-01.");
    }

    private static OpenPage Open(ComponentContext tab, PeriodDto period) => tab.Open<PeriodDetails>(("Id", period.Id));
}
