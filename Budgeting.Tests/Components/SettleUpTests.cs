using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class SettleUpTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private SharedHouse _house = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _house = await SharedHouse.CreateAsync(await _world.OrganizationAsync());
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Booking_EveryPayment_MakesEverybodyEven()
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);
        var page = Show(tab, _house.January);
        page.Markup.Should().Contain("6 payments make everybody even.").And.Contain("It can't be done with fewer.");

        for (var left = 6; left > 0; left--)
        {
            page.WaitForAssertion(() => page.FindAll(".item").Should().HaveCount(left));
            page.Find(".item button").Click();
        }

        page.WaitForAssertion(() => page.Find("h2").TextContent.Should().Be("Everybody is even"));
        OfferOf(tab)!.Text.Should().StartWith("Recorded: ");
        (await _house.Costs.SheetAsync(_house.January)).Rows.Should().OnlyContain(r => r.Balance == 0);
    }

    [Fact]
    public async Task Booking_IsDatedToday_OrTheNearestDayOfThePeriod()
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);
        page.Find(".item button").Click();

        page.WaitForAssertion(() => OfferOf(tab).Should().NotBeNull());
        var booked = (await _house.Costs.Contributions.ListAsync(_house.January.Id, ownerId: null, Core.Kernel.PageRequest.First, default)).Items;
        booked.Should().HaveCountGreaterThan(1);
        booked.Where(c => c.Comment == "Settled up").Should().OnlyContain(c => c.Date == _house.January.EndDate);
    }

    [Fact]
    public async Task FundWithoutTheMoney_IsNotToldToPay()
    {
        await _house.Costs.ExpenseAsync(_house.January, 90);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.Find(".note.near").TextContent.Should().Be(
            "The fund holds €0.00 and can't pay €15.00 of this yet: it was spent on costs that aren't shared yet. It can once they are, and the owners have paid in.");
        page.FindAll(".item")[^1].TextContent.Should().Contain("The fund").And.Contain("Not yet").And.NotContain("Record");
        page.FindAll(".item button").Should().HaveCount(4, "two of the six payments are the fund's");
    }

    [Fact]
    public async Task Member_SeesWhoPaysWhom_AndBooksNothing()
    {
        await using var tab = new ComponentContext(await _world.MemberAsync(_house.Costs.Actor, Role.Member));

        var page = Show(tab, _house.January);

        page.FindAll(".item").Should().HaveCount(6);
        page.FindAll("button").Should().BeEmpty();
    }

    [Fact]
    public async Task ClosedPeriod_LeadsToTheOneThatItWentOnTo()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(_house.January);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.Find(".note a").GetAttribute("href").Should().Be($"/costs/periods/{february.Id}?tab=settle");
        page.FindAll("button").Should().BeEmpty();
        Show(tab, february).FindAll(".item button").Should().HaveCount(6);
    }

    [Fact]
    public async Task ManyPayments_AreShownInPages()
    {
        for (var i = 0; i < 100; i++)
        {
            await _house.Costs.ChargeAsync(_house.January, await _house.Costs.OwnerAsync($"Owner {i}"), 1);
        }

        await using var tab = new ComponentContext(_house.Costs.Actor);
        var page = Show(tab, _house.January);
        page.FindAll(".item").Should().HaveCount(100);
        var all = page.Find(".pager span").TextContent.Split(' ')[^1];

        tab.Services.GetRequiredService<NavigationManager>().NavigateTo("?page=2");

        page.WaitForAssertion(() => page.Find(".pager span").TextContent.Should().Be($"101–{all} of {all}"));
        page.FindAll(".item").Should().HaveCount(int.Parse(all, null) - 100).And.OnlyContain(i => !i.TextContent.Contains('–'));
    }

    private static UndoOffer? OfferOf(ComponentContext tab) => tab.Services.GetRequiredService<UndoableActions>().Offer;

    private static IRenderedComponent<SettleUpView> Show(ComponentContext tab, PeriodDto period)
    {
        var page = tab.Render<SettleUpView>(p => p.Add(s => s.Period, period));
        page.WaitForElement(".item, .state");
        return page;
    }
}
