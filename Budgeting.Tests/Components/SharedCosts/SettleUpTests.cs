using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;
using Bunit;
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
            page.WaitForAssertion(() => page.Items("Suggested payments").Should().HaveCount(left));
            page.AllByRole(AriaRole.Button)[0].Click();
        }

        page.ByRole(AriaRole.Heading, "Everybody is even");
        OfferOf(tab)!.Text.Should().StartWith("Recorded: ");
        (await _house.Costs.SheetAsync(_house.January)).Rows.Should().OnlyContain(r => r.Balance == 0);
    }

    [Fact]
    public async Task Booking_IsDatedToday_OrTheNearestDayOfThePeriod()
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);
        page.AllByRole(AriaRole.Button)[0].Click();

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

        page.WordsOf(AriaRole.Paragraph).Should().Contain(
            "The fund holds −€70.00 and can't pay €15.00 of this yet: it was spent on costs that aren't shared yet. It can once they are, and the owners have paid in.");
        page.Items("Suggested payments")[^1].Words().Should().Contain("The common fund").And.Contain("Not yet").And.NotContain("Record");
        page.AllByRole(AriaRole.Button).Should().HaveCount(4, "two of the six payments are the fund's");
    }

    [Fact]
    public async Task Member_SeesWhoPaysWhom_AndBooksNothing()
    {
        await using var tab = new ComponentContext(await _world.MemberAsync(_house.Costs.Actor, Role.Member));

        var page = Show(tab, _house.January);

        page.Items("Suggested payments").Should().HaveCount(6);
        page.AllByRole(AriaRole.Button).Should().BeEmpty();
    }

    [Fact]
    public async Task ClosedPeriod_LeadsToTheOneThatItWentOnTo()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(_house.January);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.ByRole(AriaRole.Link, "Settle up in 2026-02").GetAttribute("href").Should().Be($"/costs/periods/{february.Id}?tab=settle");
        page.AllByRole(AriaRole.Button).Should().BeEmpty();
        Show(tab, february).AllByRole(AriaRole.Button).Should().HaveCount(6);
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
        page.Items("Suggested payments").Should().HaveCount(100);
        var all = Shown(page).Split(' ')[^1];

        page.Render(p => p.Add(s => s.PageNumber, "2"));

        page.WaitForAssertion(() => Shown(page).Should().Be($"101–{all} of {all}"));
        page.Items("Suggested payments").Should().HaveCount(int.Parse(all, null) - 100).And.OnlyContain(i => !i.TextContent.Contains('–'));
    }

    private static UndoOffer? OfferOf(ComponentContext tab) => tab.Services.GetRequiredService<UndoableActions>().Offer;

    private static string Shown(IRenderedComponent<SettleUpView> page) => page.ByRole(AriaRole.Navigation, "Pages of payments").FirstElementChild!.Words();

    private static IRenderedComponent<SettleUpView> Show(ComponentContext tab, PeriodDto period)
    {
        var page = tab.Render<SettleUpView>(p => p.Add(s => s.Period, period));
        page.WaitForElement("li, h2");
        return page;
    }
}
