using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class BalanceSheetTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private SharedHouse _house = null!;
    private ComponentContext _tab = null!;

    private TestActor Admin => _house.Costs.Actor;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _house = await SharedHouse.CreateAsync(await _world.OrganizationAsync());
        _tab = new ComponentContext(Admin);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public void Sheet_HasALineForEachOwner_TheirSums_AndWhyItAddsUp()
    {
        var page = Show(_tab, _house.January);

        RowOf(page, "Ann").Should().Equal("0.00", "20.00", "0.00", "16.66", "0.00", "3.34");
        RowOf(page, "Ben").Should().Equal("0.00", "0.00", "100.00", "16.66", "0.00", "83.34");
        RowOf(page, "Cleo").Should().Equal("0.00", "0.00", "0.00", "16.67", "5.00", "−21.67");
        page.FindAll("tfoot td").Select(c => c.Words()).Should().Equal("0.00", "20.00", "100.00", "100.00", "5.00", "15.00");
        page.FindAll("dt, dd").Select(e => e.Words()).Should().Equal(
            "Money in the fund", "20.00", "− Charges", "5.00", "+ Not shared", "0.00", "= All balances", "15.00");
        page.ByRole(AriaRole.Region, "Adds up");
    }

    [Fact]
    public async Task WhatIsNotSharedYet_IsSaidFirst_WithTheWayToShareIt()
    {
        Show(_tab, _house.January).AllByRole(AriaRole.Link, "Share it").Should().BeEmpty();
        await _house.Costs.ExpenseAsync(_house.January, 12.5m);

        var page = Show(_tab, _house.January);

        page.WordsOf(AriaRole.Paragraph).First().Should().Be("€12.50 isn't shared yet, so these amounts will change. Share it");
        page.ByRole(AriaRole.Link, "Share it").GetAttribute("href").Should().Be($"/costs/periods/{_house.January.Id}#closing");
    }

    [Fact]
    public async Task Figure_Pressed_SaysWhatItIsMadeOf()
    {
        var dialog = _tab.Dialogs();
        var page = Show(_tab, _house.January);

        Press(page, "Ann, share of costs: 16.66");

        dialog.WaitForAssertion(() => dialog.ByRole(AriaRole.Listitem).Words().Should().ContainAll("Repairs", "Flat 1", "1 of 6 properties", "€100.00 in all", "exactly 16.666666…", "€0.01 less", "16.66"));
        await _house.Costs.ExpenseAsync(_house.January, 60, (await _house.Costs.Items.ListAsync(_house.January.Id, Core.Kernel.PageRequest.First, default)).Items[0]);
        dialog.WaitForAssertion(() => dialog.WordsOf(AriaRole.Paragraph).Should().Equal("In all€26.66"));
    }

    [Theory]
    [InlineData("All, contributions: 20.00", "Ann 20.00", "€20.00")]
    [InlineData("All, charges: 5.00", "Cleo 5.00", "€5.00")]
    [InlineData("Charges: 5.00", "Cleo 5.00", "€5.00")]
    [InlineData("All balances: 15.00", "Ann 3.34|Ben 83.34|Cleo −21.67|Dan −16.67|Eve −16.67|Fay −16.67", "€15.00")]
    public void Total_Pressed_SaysWhatEachOwnerHasInIt(string figure, string lines, string total)
    {
        var dialog = _tab.Dialogs();
        var page = Show(_tab, _house.January);

        Press(page, figure);

        dialog.WaitForAssertion(() => dialog.WordsOf(AriaRole.Listitem).Should().Equal(lines.Split('|')));
        dialog.WordsOf(AriaRole.Paragraph).Should().Equal($"In all{total}");
    }

    [Fact]
    public async Task FiguresOfTheFund_Pressed_SayWhatTheyAreMadeOf()
    {
        var (costs, january) = (_house.Costs, _house.January);
        await costs.ExpenseAsync(january, 7);
        await costs.Contributions.AddAsync(january.Id, new ContributionInput { OwnerId = _house.Owners[1].Id, Amount = 4, Payout = true, Date = january.StartDate }, default);
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased, unitPrice: 2, type: "water");
        await costs.ReadingAsync(january, water, (await costs.Properties.ListAsync(default))[0], 0, 3);
        var dialog = _tab.Dialogs();
        var page = Show(_tab, january);

        Press(page, "Money in the fund: 9.00");
        dialog.WaitForAssertion(() => dialog.WordsOf(AriaRole.Group).Should().SatisfyRespectively(
            part => part.Should().StartWith("Contributions+20.00").And.Contain("Ann"),
            part => part.Should().StartWith("Paid out−4.00").And.Contain("Ben"),
            part => part.Should().StartWith("Paid by the fund−7.00").And.Contain("Repairs")));
        dialog.ByRole(AriaRole.Dialog).Words().Should().EndWith("In all€9.00");
        Press(page, "Not shared: 7.00");
        dialog.WaitForAssertion(() => dialog.AllByRole(AriaRole.List)[^1].Words().Should().ContainAll("Repairs", "7.00"));
        Press(page, "Charged by unit price: 6.00");
        dialog.WaitForAssertion(() => dialog.AllByRole(AriaRole.List)[^1].Words().Should().ContainAll("water", "6.00"));
    }

    [Fact]
    public void Balance_Pressed_IsASumOfPartsThatOpen()
    {
        var dialog = _tab.Dialogs();
        var page = Show(_tab, _house.January);

        Press(page, "Cleo, balance: −21.67");

        dialog.WaitForAssertion(() => dialog.FindAll("summary").Select(s => s.Words()).Should().Equal("Share of costs−16.67", "Charges−5.00"));
        dialog.ByRole(AriaRole.Dialog).Words().Should().Contain("Owed€21.67");
        dialog.AllByRole(AriaRole.Group)[1].Words().Should().ContainAll("−5.00", "Lost key");
    }

    [Fact]
    public async Task Expense_RecordedElsewhere_GlowsInTheLinesThatItChanges()
    {
        var page = Show(_tab, _house.January);

        await _house.Costs.ContributionAsync(_house.January, _house.Owners[3], 1);

        page.WaitForAssertion(() => RowOf(page, "Dan").Should().Equal("0.00", "1.00", "0.00", "16.67", "0.00", "−15.67"));
        page.FindAll($"tbody {Looks.Glow}").Select(n => n.TextContent).Should().Equal("1.00", "−15.67");
    }

    [Fact]
    public async Task ClosedSheet_WithAnEarlierPeriodOpen_SaysThatItWillFollow()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(february);

        var page = Show(_tab, february);

        page.WordsOf(AriaRole.Paragraph).Should().Contain("An earlier period is open. These balances follow when it is closed.");
    }

    [Fact]
    public async Task LongSheet_IsShownInPages_WithTheSumsOfAll()
    {
        await _house.Costs.OwnersAsync(96);
        var page = Show(_tab, _house.January);
        page.Rows().Should().HaveCount(100);
        page.ByRole(AriaRole.Navigation, "Pages of owners").Words().Should().Contain("1–100 of 102");

        page.Render(p => p.Add(s => s.PageNumber, "2"));

        page.WaitForAssertion(() => page.Rows().Should().HaveCount(2));
        page.Find("tfoot th").Words().Should().Be("102 owners in all");
        page.FindAll("tfoot td").Select(c => c.Words()).Should().Equal("0.00", "20.00", "100.00", "100.00", "5.00", "15.00");
    }

    [Fact]
    public async Task Community_WithoutOwners_IsToldWhatComes()
    {
        var other = await _world.OrganizationAsync("Other");
        await using var tab = new ComponentContext(other);

        Show(tab, await new TestCosts(other).MonthAsync(1), until: "h2").ByRole(AriaRole.Heading, "No balances yet");
    }

    private static List<string> RowOf(IRenderedComponent<BalanceSheetView> page, string owner) =>
        page.Row(owner).AllByRole(AriaRole.Cell).Select(c => c.Words()).ToList();

    private static void Press(IRenderedComponent<BalanceSheetView> page, string label) => page.ByRole(AriaRole.Button, label).Click();

    private static IRenderedComponent<BalanceSheetView> Show(ComponentContext tab, PeriodDto period, string until = "table") =>
        tab.RenderUntil<BalanceSheetView>(until, p => p.Add(s => s.Period, period));
}
