using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>What was typed comes back to what others changed meanwhile, and harms none of it.</summary>
public sealed class TypedMeanwhileTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnEdit_OfWhatSomebodyElseSaved_IsRefused(bool isPaused)
    {
        var (household, occasion, page) = await ChristmasAsync();
        await page.Card("Scarf").Locator(".face").ClickAsync();
        await NameIn(page).FillAsync("Shawl");
        var scarf = await GiftAsync(household, occasion, "Scarf");

        await page.LoseCircuitAsync(isPaused, () => household.Admin.Gifts.UpdateAsync(scarf.Id, scarf.ToInput() with { Name = "Plaid" }, scarf.Version, default));

        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("changed by somebody meanwhile");
        await Expect(NameIn(page)).ToHaveValueAsync("Shawl");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Load theirs" }).ClickAsync();
        await Expect(NameIn(page)).ToHaveValueAsync("Plaid");
        (await household.Admin.Gifts.GetAsync(scarf.Id, default)).Name.Should().Be("Plaid");
        await NameIn(page).FillAsync("Blanket");
        await NameIn(page).PressAsync("Enter");
        await Expect(page.Card("Blanket")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AnEdit_InItsRow_IsRefused_AndIsntTakenForANewRecord()
    {
        var (page, costs, expense) = await ExpenseAsync();
        await page.Locator($"[data-row='{expense.Id}'] .open").ClickAsync();
        await page.Locator(".editing").GetByLabel("Vendor").FillAsync("Shop");
        await costs.Expenses.UpdateAsync(expense.Id, expense.ToInput() with { Vendor = "Market" }, expense.Version, default);

        await page.LoseCircuitAsync();

        await Expect(page.Locator(".editing").GetByRole(AriaRole.Alert)).ToContainTextAsync("changed by somebody meanwhile");
        await Expect(page.Locator(".editing").GetByLabel("Vendor")).ToHaveValueAsync("Shop");
        await Expect(page.Locator(".add").GetByLabel("Vendor")).ToHaveValueAsync("");
        await page.Locator(".editing").GetByLabel("Vendor").PressAsync("Enter");
        await page.Locator(".editing").GetByRole(AriaRole.Button, new() { Name = "Load theirs" }).ClickAsync();
        await Expect(page.Locator(".editing").GetByLabel("Vendor")).ToHaveValueAsync("Market");
    }

    [Fact]
    public async Task WhoIsChosen_StaysSo_WhileSomebodyComesBeforeThem()
    {
        var (household, _, page) = await ChristmasAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        var recipient = page.GetByRole(AriaRole.Dialog).GetByLabel("For");
        await recipient.SelectOptionAsync("Grandma");

        await household.Admin.PersonAsync("Aunt Ada");
        await Expect(recipient.Locator("option", new() { HasText = "Aunt Ada" })).ToHaveCountAsync(1);

        await Expect(recipient.Locator("option:checked")).ToHaveTextAsync("Grandma");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoWasChosen_IsTheSame_ThoughTheListIsAnother(bool isPaused)
    {
        var (household, _, page) = await ChristmasAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        await NameIn(page).FillAsync("Kite");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("For").SelectOptionAsync("Grandma");

        await page.LoseCircuitAsync(isPaused, () => household.Admin.PersonAsync("Aunt Ada"));

        await Expect(NameIn(page)).ToHaveValueAsync("Kite");
        await Expect(page.Locator("form[inert]")).ToHaveCountAsync(0);
        await NameIn(page).PressAsync("Enter");
        await Expect(page.Card("Kite")).ToContainTextAsync("Grandma");
    }

    [Fact]
    public async Task AnEdit_OfWhatIsGone_IsShownToBeCopied()
    {
        var (household, occasion, page) = await ChristmasAsync();
        await page.Card("Scarf").Locator(".face").ClickAsync();
        await NameIn(page).FillAsync("Shawl");
        var scarf = await GiftAsync(household, occasion, "Scarf");

        await page.LoseCircuitAsync(isPaused: true, () => household.Admin.Gifts.DeleteAsync(scarf.Id, scarf.Version, default));

        var left = page.GetByRole(AriaRole.Textbox, new() { Name = "Typed and not saved" });
        await Expect(left).ToBeVisibleAsync(new() { Timeout = 20_000 });
        (await left.InputValueAsync()).Should().Contain("Name: Shawl");
        await page.ShouldBeAccessibleAsync("what was typed and has no place");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatOneMemberTyped_IsKeptFromAnother(bool isPaused)
    {
        var (household, _, page) = await ChristmasAsync();
        var ben = await household.MemberAsync(Role.Member, "Ben");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        await NameIn(page).FillAsync("Bicycle for Ben");
        await using var theirs = (await household.OpenAsync("/people", email: ben)).Context;
        await page.Context.AddCookiesAsync((await theirs.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));

        await page.LoseCircuitAsync(isPaused);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => performance.now() > 3000");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        (await page.EvaluateAsync<string>("() => JSON.stringify([sessionStorage, localStorage])")).Should().NotContain("Bicycle");
    }

    [Fact]
    public async Task WhoSignsOut_LeavesNothingInTheBrowser()
    {
        var (_, _, page) = await ChristmasAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        await NameIn(page).FillAsync("Bicycle for Ben");
        await NameIn(page).PressAsync("Enter");
        await Expect(page.Undo()).ToContainTextAsync("Bicycle");

        await page.Locator("form[action='/sign-out']").First.EvaluateAsync("form => form.submit()");

        await page.WaitForFunctionAsync("() => location.pathname === '/sign-in' && !JSON.stringify([sessionStorage, localStorage]).includes('Bicycle')");
    }

    private static ILocator NameIn(IPage page) => page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true });

    private static async Task<GiftDto> GiftAsync(Household household, OccasionDto occasion, string name) =>
        (await household.Admin.Gifts.ListAsync(occasion.Id, Core.Kernel.PageRequest.First, default)).Items.Single(g => g.Name == name);

    private async Task<(Household Household, OccasionDto Occasion, IPage Page)> ChristmasAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        return (household, occasion, await household.OpenAsync($"/occasions/{occasion.Id}"));
    }

    private async Task<(IPage Page, TestCosts Costs, ExpenseDto Expense)> ExpenseAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        var period = await costs.Periods.AddAsync(new PeriodInput { Name = "2026", StartDate = new(2026, 1, 1), EndDate = new(2026, 12, 31) }, default);
        var expense = await costs.ExpenseAsync(period, 10);
        return (await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses"), costs, expense);
    }
}
