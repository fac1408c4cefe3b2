using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>What is typed and not saved yet outlives the circuit that it was typed into.</summary>
public sealed class TypedTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ANewGift_IsStillBeingAdded(bool isPaused)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).PressSequentiallyAsync("Kite");
        await dialog.GetByLabel("For").SelectOptionAsync("Grandma");
        await dialog.GetByLabel("Price ($)", new() { Exact = true }).PressSequentiallyAsync("12.34");

        await page.LoseCircuitAsync(isPaused);

        await Expect(dialog.GetByLabel("Price ($)", new() { Exact = true })).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        await Expect(page.Card("Kite")).ToContainTextAsync("$12.34");
        await Expect(page.Card("Kite")).ToContainTextAsync("Grandma");
    }

    [Fact]
    public async Task AnEdit_ThatAMenuBegan_GoesOn()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.Card("Scarf").GetByRole(AriaRole.Button, new() { Name = "More for Scarf" }).ClickAsync();
        await page.Locator(".menu:popover-open").GetByText("Edit", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).PressSequentiallyAsync("Shawl");

        await page.LoseCircuitAsync();

        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Card("Shawl")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AButtonThatOpenedNothing_IsNotPressedAgain()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.Card("Scarf").GetByRole(AriaRole.Button, new() { Name = "More for Scarf" }).ClickAsync();
        await page.Locator(".menu:popover-open").GetByText("Purchased").ClickAsync();
        await Expect(page.Locator("[data-column=Purchased]")).ToContainTextAsync("Scarf");
        var scarf = (await household.Admin.Gifts.ListAsync(occasion.Id, PageRequest.First, default)).Items.Single(g => g.Name == "Scarf");
        await household.Admin.Gifts.MoveAsync(scarf.Id, new GiftMove(GiftStatus.Idea, null), null, default);
        await Expect(page.Locator("[data-column=Idea]")).ToContainTextAsync("Scarf");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("add gift");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Add gift" }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).PressSequentiallyAsync("Kite");

        await page.LoseCircuitAsync();

        // A button that is there would be pressed as soon as the page is live.
        await page.WaitForFunctionAsync("() => performance.now() > 3000");
        (await household.Admin.Gifts.GetAsync(scarf.Id, default)).Status.Should().Be(GiftStatus.Idea);
    }

    [Fact]
    public async Task AFormThatWasSentToNobody_IsStillThere()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        var name = page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true });
        await name.PressSequentiallyAsync("Kite");
        await page.EvaluateAsync("() => { WebSocket.prototype.send = () => {}; }");
        await name.PressAsync("Enter");

        await page.LoseCircuitAsync();

        await Expect(name).ToHaveValueAsync("Kite");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("Look whether it is there");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARecord_ThatIsBeingAdded_StaysInItsRow(bool isPaused)
    {
        var (page, _) = await ExpensesAsync();
        await page.GetByLabel("Amount ($)").PressSequentiallyAsync("12.34");
        await page.GetByLabel("Vendor").PressSequentiallyAsync("Shop");

        await page.LoseCircuitAsync(isPaused);

        await Expect(page.GetByLabel("Amount ($)")).ToHaveValueAsync("12.34");
        await Expect(page.GetByLabel("Vendor")).ToHaveValueAsync("Shop");
        await Expect(page.GetByLabel("Vendor")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WhatWasSaved_IsNotTypedAgain()
    {
        var (page, costs) = await ExpensesAsync();
        await page.GetByLabel("Payment type").FillAsync("Repairs");
        await page.GetByLabel("Amount ($)").PressSequentiallyAsync("12.34");
        await page.GetByLabel("Amount ($)").PressAsync("Enter");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);

        await page.LoseCircuitAsync();

        await Expect(page.GetByLabel("Amount ($)")).ToHaveValueAsync("");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
    }

    private async Task<(IPage Page, TestCosts Costs)> ExpensesAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        var period = await costs.Periods.AddAsync(new PeriodInput { Name = "2026", StartDate = new(2026, 1, 1), EndDate = new(2026, 12, 31) }, default);
        await costs.ItemAsync(period);
        return (await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses"), costs);
    }
}
