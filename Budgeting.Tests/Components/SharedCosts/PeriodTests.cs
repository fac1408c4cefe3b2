using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Wording.SharedCosts;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>The list of periods and the page of one.</summary>
public sealed class PeriodTests : IAsyncLifetime
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
    public async Task Nothing_LeadsToOwnersFirst_ThenToProperties_ThenToTheFirstPeriod()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Periods>();
        page.Sees("Who shares the costs?");
        page.Buttons.Should().NotContain("Add period");

        var ann = await _costs.OwnerAsync("Ann");
        page.Sees("What do the owners own?");
        page.ByRole(AriaRole.Link, "Add properties").GetAttribute("href").Should().Be("/costs/owners");
        await _costs.PropertyAsync(ann);

        page.Sees("No periods yet");
        page.Press("Add period");
        page.Field("Name").GetAttribute("value").Should().Be("2026");
        page.Submit();
        (await _costs.Periods.ListAsync(default)).Should().ContainSingle().Which.Should().Match<PeriodDto>(p => p.StartDate == new DateOnly(2026, 1, 1) && p.EndDate == new DateOnly(2026, 12, 31));
    }

    [Fact]
    public async Task List_ShowsStateAndTotals_AndOffersViewersNoNewPeriod()
    {
        var (ann, _) = await _costs.OwnedAsync("Ann");
        var (january, february) = (await _costs.MonthAsync(1), await _costs.MonthAsync(2));
        await _costs.ContributionAsync(january, ann, 50);
        await _costs.CloseAsync(february);
        await using var tab = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Viewer));

        var page = tab.Open<Periods>();

        page.WaitFor(() => page.WordsOf(AriaRole.Article).Should().SatisfyRespectively(
            c => c.Should().ContainAll("2026-02", "Closed", "Stale"), c => c.Should().ContainAll("2026-01", "Open", "$50.00")));
        page.Buttons.Should().NotContain("Add period");
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "February 2026", "2026-02-01", "2026-02-28")]
    [InlineData("2025-01-01", "2025-12-31", "2026", "2026-01-01", "2026-12-31")]
    [InlineData("2025-10-15", "2026-01-14", null, "2026-01-15", "2026-04-14")]
    public void NextPeriod_IsAsLongAndRightBehind(string start, string end, string? name, string nextStart, string nextEnd)
    {
        var latest = new PeriodDto(Guid.Empty, "x", DateOnly.Parse(start, null), DateOnly.Parse(end, null), PeriodStatus.Open, null, Stale: false, null, 1);

        PeriodWords.Next(latest, default).Should().Be(new PeriodInput { Name = name, StartDate = DateOnly.Parse(nextStart, null), EndDate = DateOnly.Parse(nextEnd, null) });
    }

    [Fact]
    public async Task Form_SaysWhichPeriodsTheNewOneOverlaps_AndWhatDaysItLeavesOut()
    {
        await _costs.OwnedAsync("Ann");
        await _costs.MonthAsync(1);
        await _costs.MonthAsync(4);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Periods>();
        page.Press("Add period");
        page.WaitFor(() => page.Field("First day").GetAttribute("value").Should().Be("2026-05-01"));
        page.Dialog().ByRole(AriaRole.Status).Words().Should().BeEmpty();

        page.Field("First day").Change("2026-02-02");
        page.Field("Last day").Change("2026-04-15");

        page.WaitFor(() => page.Dialog().ByRole(AriaRole.Status).AllByRole(AriaRole.Paragraph).Select(n => n.Words()).Should().Equal(
            "It overlaps 2026-04: what is recorded counts only in the period that it is recorded in, and neither opens with the balances of the other.",
            "1 day between 2026-01 and this one belongs to no period."));
        page.Field("Last day").Change("2026-03-21");
        page.WaitFor(() => page.Dialog().ByRole(AriaRole.Status).Words().Should().EndWith("10 days between this one and 2026-04 belong to no period."));
    }

    [Fact]
    public async Task Tabs_HaveWhatPeopleComeForFirst()
    {
        var period = await _costs.MonthAsync(1);
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open(tab, period);

        page.WaitFor(() => page.ByRole(AriaRole.Navigation, "2026-01").AllByRole(AriaRole.Link).Select(l => l.Words()).Should().StartWith(["Overview", "Balance sheet", "Settle up"]));
        page.Sees("01 January – 31 January 2026");
    }

    [Fact]
    public async Task Name_OfAnotherPeriod_IsRefusedBesideTheField()
    {
        await _costs.OwnedAsync("Ann");
        await _costs.Periods.AddAsync(TestCosts.MonthInput(1) with { Name = "Spring" }, default);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Periods>();
        page.Press("Add period");
        page.Type("Name", "SPRING");

        page.Submit();

        page.WaitFor(() => page.Field("Name").Error().Should().Be("Another period that starts in 2026 is called “Spring”."));
    }

    [Fact]
    public async Task FirstPeriod_TakesOpeningBalances_AndALaterOneDoesNot()
    {
        var (ann, _) = await _costs.OwnedAsync("Ann");
        var (january, february) = (await _costs.MonthAsync(1), await _costs.MonthAsync(2));
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, january);
        page.Press("Balances at the start…");
        page.Field("Balance of Ann at the start").Change("-12.5");

        await Eventually.HoldsAsync(async () => (await _costs.RowAsync(january, ann)).Opening == -12.5m, "it is saved");
        await using var other = new ComponentContext(_costs.Actor);
        Open(other, february).Buttons.Should().NotContain("Balances at the start…");
    }

    [Fact]
    public async Task Member_HasNoPeriodToCloseOrDelete()
    {
        var period = await _costs.MonthAsync(1);
        await using var tab = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Member));

        var page = Open(tab, period);

        page.Sees("2026-01");
        page.Buttons.Should().Contain("History").And.NotContain(b => b.StartsWith("Close period", StringComparison.Ordinal) || b == "Delete period" || b == "Edit period");
    }

    [Theory]
    [InlineData("expenses", "No expenses yet")]
    [InlineData("charges", "No charges yet")]
    [InlineData("nonsense", "Before closing")]
    public async Task Tab_IsInTheAddress(string name, string seen)
    {
        var period = await _costs.MonthAsync(1);
        await using var tab = new ComponentContext(_costs.Actor);
        tab.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/costs/periods/{period.Id}?tab={name}");

        Open(tab, period).Sees(seen);
    }

    private static OpenPage Open(ComponentContext tab, PeriodDto period) => tab.Open<PeriodDetails>(("Id", period.Id));
}
