using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Keyboard;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>What the palette looks for while somebody types: gifts and expenses, of which there may be many.</summary>
public sealed class PaletteRecordsTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task AGift_IsFoundByItsName_AndOpensWhereOneIs()
    {
        var gift = await _ada.GiftAsync(await _ada.OccasionAsync(), name: "Zoë's drone");
        await using var tab = new ComponentContext(_ada);
        var page = tab.Open<CommandPalette>();
        page.ByRole(AriaRole.Combobox).Focus();

        page.ByRole(AriaRole.Combobox).Input("drone zoe");
        page.ByRole(AriaRole.Combobox).KeyDown("Enter");

        page.Sees("Edit gift");
        page.Field("Name").GetAttribute("value").Should().Be(gift.Name);
    }

    [Fact]
    public async Task AGift_FoundByAViewer_IsShownWithoutAForm()
    {
        await _ada.GiftAsync(await _ada.OccasionAsync(), name: "Drone");
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));
        var page = tab.Open<CommandPalette>();
        page.ByRole(AriaRole.Combobox).Focus();

        page.ByRole(AriaRole.Combobox).Input("drone");
        page.ByRole(AriaRole.Combobox).KeyDown("Enter");

        page.Sees("Nobody in particular");
        page.Buttons.Should().NotContain("Save");
    }

    [Fact]
    public async Task AnExpense_LeadsToThePageOfItsPeriodsListThatItIsOn()
    {
        var costs = new TestCosts(_ada);
        var march = await costs.MonthAsync(3);
        await costs.Expenses.AddAsync(march.Id, new ExpenseInput { Vendor = "Plumber", PaymentType = "Repairs", Amount = 5, Date = march.StartDate }, default);
        _world.Clock.Tick();
        for (var i = 0; i < 100; i++)
        {
            await costs.ExpenseAsync(march, 1);
        }

        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);

        palette.ByRole(AriaRole.Combobox).Input("repairs plum");
        palette.ByRole(AriaRole.Combobox).KeyDown("Enter");

        palette.WaitForAssertion(() => AddressOf(tab).Should().Be($"/costs/periods/{march.Id}?tab=expenses&page=2"));
    }

    [Fact]
    public async Task ASurpriseForWhoLooks_IsNotFound_AndNoLetterOfItTells()
    {
        var max = await _world.MemberAsync(_ada, Role.Member, "Max");
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var occasion = await _ada.OccasionAsync();
        await _ada.GiftAsync(occasion, name: "Drone for Ben");
        await _ada.GiftAsync(occasion, recipient: person.Id, name: "Drone for Max");
        await using var tab = new ComponentContext(max);
        var palette = Opened(tab);

        palette.ByRole(AriaRole.Combobox).Input("drone");

        palette.WaitForAssertion(() => Options(palette).Should().Equal("Drone for Ben"));
        palette.ByRole(AriaRole.Status).Words().Should().Be("1 result");
        (await _ada.Gifts.FindAsync("drone", most: 9, default)).Should().HaveCount(2);
    }

    [Fact]
    public async Task WhatAnotherOrganizationHas_IsNotFound()
    {
        await _ada.GiftAsync(await _ada.OccasionAsync(), name: "Drone");
        var costs = new TestCosts(_ada);
        await costs.ExpenseAsync(await costs.MonthAsync(3), 1);
        var there = await _world.OrganizationAsync("Other");

        (await there.Gifts.FindAsync("drone", most: 9, default)).Should().BeEmpty();
        (await new TestCosts(there).Expenses.FindAsync("repairs", most: 9, default)).Should().BeEmpty();
        (await _ada.Gifts.FindAsync(" ", most: 9, default)).Should().BeEmpty("nothing was typed");
    }

    [Fact]
    public async Task OfMany_TheLastAreFound()
    {
        var occasion = await _ada.OccasionAsync();
        foreach (var name in new[] { "Book 1", "Book 2", "Kite", "Book 3" })
        {
            await _ada.GiftAsync(occasion, name: name);
            _world.Clock.Tick();
        }

        (await _ada.Gifts.FindAsync("book", most: 2, default)).Select(g => (g.Name, g.Occasion)).Should().Equal(("Book 3", "Christmas"), ("Book 2", "Christmas"));
    }

    private static IRenderedComponent<CommandPalette> Opened(ComponentContext tab)
    {
        var palette = tab.Render<CommandPalette>();
        palette.ByRole(AriaRole.Combobox).Focus();
        palette.WaitForElement("[role=option]");
        return palette;
    }

    private static IEnumerable<string> Options(IRenderedComponent<CommandPalette> palette) => palette.AllByRole(AriaRole.Option).Select(o => o.QuerySelector("span")!.TextContent);

    private static string AddressOf(ComponentContext tab) => new Uri(tab.Services.GetRequiredService<BunitNavigationManager>().Uri).PathAndQuery;
}
