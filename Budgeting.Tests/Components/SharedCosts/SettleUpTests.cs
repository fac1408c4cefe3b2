using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
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
            "The fund holds −€70.00 and can't pay €15.00 of this yet. It can once the costs that nobody bears are shared, and the owners have paid what they owe.");
        page.Items("Preliminary payments")[^1].Words().Should().Contain("The fund").And.Contain("Not yet").And.NotContain("Record");
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
    public async Task TwoButtonsPressedOnOneList_RecordOnePayment()
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);
        var page = Show(tab, _house.January);

        await page.InvokeAsync(() =>
        {
            page.AllByRole(AriaRole.Button)[0].Click();
            page.AllByRole(AriaRole.Button)[1].Click();
        });

        page.WaitForAssertion(() => page.Items("Suggested payments").Should().HaveCount(5));
        (await SettledAsync()).Select(c => c.Amount).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task SecondHalfOfADoubleClick_RecordsNothing()
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);
        var page = Show(tab, _house.January);

        await page.AllByRole(AriaRole.Button)[0].ClickAsync(new MouseEventArgs { Detail = 2 });
        (await SettledAsync()).Should().BeEmpty();
        await page.AllByRole(AriaRole.Button)[0].ClickAsync(new MouseEventArgs { Detail = 1 });

        (await SettledAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Payment_IsDatedTheDayThatIsChosen()
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);
        var page = Show(tab, _house.January);

        page.Field("Paid on").Change("2026-01-15");
        page.AllByRole(AriaRole.Button)[0].Click();

        page.WaitForAssertion(() => OfferOf(tab).Should().NotBeNull());
        (await SettledAsync()).Should().OnlyContain(c => c.Date == new DateOnly(2026, 1, 15));
    }

    [Theory]
    [InlineData("2026-02-01", "Choose a day from 2026-01-01 to 2026-01-31.")]
    [InlineData("", "Enter a date.")]
    public async Task Payment_OnAnotherDayThanThePeriods_IsRefused_AndCanBePutRight(string day, string said)
    {
        await using var tab = new ComponentContext(_house.Costs.Actor);
        var page = Show(tab, _house.January);
        page.Field("Paid on").Change(day);
        page.AllByRole(AriaRole.Button)[0].Click();
        page.WaitForAssertion(() => tab.Services.GetRequiredService<Actions>().Message!.Text.Should().Be(said));
        page.WaitForAssertion(() => page.Field("Paid on").Error().Should().Be(said));
        (await SettledAsync()).Should().BeEmpty();

        page.Field("Paid on").Change("2026-01-31");
        page.Field("Paid on").Error().Should().BeEmpty();
        page.AllByRole(AriaRole.Button)[0].Click();

        page.WaitForAssertion(() => page.Items("Suggested payments").Should().HaveCount(5));
    }

    [Fact]
    public async Task WhatIsNotSharedYet_IsSaidFirst_AndThePaymentsAreCalledPreliminary()
    {
        await _house.Costs.ExpenseAsync(_house.January, 12.5m);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.WordsOf(AriaRole.Paragraph).Should().StartWith("€12.50 isn't shared yet, so these amounts will change. Share it")
            .And.Contain("Preliminary: 6 payments would make everybody even. It can't be done with fewer.");
        page.ByRole(AriaRole.Link, "Share it").GetAttribute("href").Should().Be($"/costs/periods/{_house.January.Id}#closing");
        page.Items("Preliminary payments").Should().HaveCount(6);
    }

    [Fact]
    public async Task WhatIsLeftToTheFundOnPurpose_IsSaid_AndMakesNothingPreliminary()
    {
        await _house.Costs.ExpenseAsync(_house.January, 12.5m, await _house.Costs.ItemAsync(_house.January, AllocationStrategy.None, type: "Gifts"));
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.WordsOf(AriaRole.Paragraph).First().Should().Be("€12.50 of the costs isn't shared among the owners, so nobody owes it. See what it is");
        page.Items("Suggested payments").Should().HaveCount(6);
    }

    [Fact]
    public async Task WhatIsNotShared_IsSaid_WhereEverybodyIsEven()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.ExpenseAsync(february, 30);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, february);

        page.ByRole(AriaRole.Heading, "Everybody is even so far");
        page.WordsOf(AriaRole.Paragraph).First().Should().Be("€30.00 isn't shared yet, so these amounts will change. Share it");
    }

    [Fact]
    public async Task ClosedPeriod_ListsNoPayments_AndLeadsToTheOneThatItWentOnTo()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(_house.January);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.ByRole(AriaRole.Link, "Settle up in 2026-02").GetAttribute("href").Should().Be($"/costs/periods/{february.Id}?tab=settle");
        page.WordsOf(AriaRole.Paragraph).Should().Equal("What is owed at the end of 2026-01 went on to 2026-02. Payments are recorded there.");
        (page.AllByRole(AriaRole.List).Count, page.AllByRole(AriaRole.Button).Count).Should().Be((0, 0));
        Show(tab, february).AllByRole(AriaRole.Button).Should().HaveCount(6);
    }

    [Fact]
    public async Task WhereThereAreNoOwners_NobodyIsCalledEven()
    {
        var admin = await _world.OrganizationAsync("Other");
        await using var tab = new ComponentContext(admin);

        var page = Show(tab, await new TestCosts(admin).MonthAsync(1));

        page.ByRole(AriaRole.Heading, "Nobody to settle up with yet");
        page.ByRole(AriaRole.Link, "See the owners").GetAttribute("href").Should().Be("/costs/owners");
    }

    [Fact]
    public async Task LastPeriod_ThatIsClosed_LeadsToANewOne()
    {
        await _house.Costs.CloseAsync(_house.January);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January);

        page.ByRole(AriaRole.Link, "Add the next period").GetAttribute("href").Should().Be("/costs?add=period");
        page.AllByRole(AriaRole.Button).Should().BeEmpty();
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

    private async Task<IReadOnlyList<ContributionDto>> SettledAsync() =>
        (await _house.Costs.Contributions.ListAsync(_house.January.Id, ownerId: null, Core.Kernel.PageRequest.First, default)).Items.Where(c => c.Comment == "Settled up").ToList();

    private static UndoOffer? OfferOf(ComponentContext tab) => tab.Services.GetRequiredService<UndoableActions>().Offer;

    private static string Shown(IRenderedComponent<SettleUpView> page) => page.ByRole(AriaRole.Navigation, "Pages of payments").FirstElementChild!.Words();

    private static IRenderedComponent<SettleUpView> Show(ComponentContext tab, PeriodDto period)
    {
        var page = tab.Render<SettleUpView>(p => p.Add(s => s.Period, period));
        page.WaitForElement("li, h2");
        return page;
    }
}
