using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>A page that is out of sight for long gives its circuit back, and goes on when somebody looks again.</summary>
public sealed class PausedPageTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task WhenSomebodyLooksAgain_ItGoesOn()
    {
        var page = await ExpensesAsync();
        var modal = page.Locator("#components-reconnect-modal");
        await page.GetByLabel("Vendor").PressSequentiallyAsync("Shop");
        await page.Clock.InstallAsync();

        await LookAsync(page, isHidden: true);
        await page.Clock.FastForwardAsync("10:00");
        await Expect(modal).ToContainClassAsync("components-reconnect-paused");
        await LookAsync(page, isHidden: false);

        await Expect(modal).Not.ToContainClassAsync("components-reconnect-paused");
        await Expect(page.GetByLabel("Vendor")).ToHaveValueAsync("Shop");
        await page.GetByLabel("Payment type").FillAsync("Repairs");
        await page.GetByLabel("Amount ($)").FillAsync("12.34");
        await page.GetByLabel("Amount ($)").PressAsync("Enter");
        await Expect(page.Locator("tr[data-row]")).ToContainTextAsync("Shop");
    }

    [Fact]
    public async Task WhileTheServerIsGone_ItWaitsForIt()
    {
        var page = await ExpensesAsync();
        await page.GetByLabel("Vendor").PressSequentiallyAsync("Shop");
        (await page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()")).Should().BeTrue();
        await page.RouteAsync(url => url.Contains("/_blazor", StringComparison.Ordinal) || url.Contains("/healthz", StringComparison.Ordinal), route => route.AbortAsync());
        var asked = page.WaitForRequestAsync("**/healthz");

        await LookAsync(page, isHidden: false);
        await asked;
        await page.UnrouteAllAsync();

        await page.Locator("[data-interactive]").WaitForAsync();
        await Expect(page.Locator("#components-reconnect-modal")).Not.ToContainClassAsync("components-reconnect-paused");
        await Expect(page.GetByLabel("Vendor")).ToHaveValueAsync("Shop");
    }

    [Fact]
    public async Task WhatIsShownOnce_IsStillThere()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/settings/members");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await page.Locator(".secret").WaitForAsync();
        await page.Clock.InstallAsync();

        await LookAsync(page, isHidden: true);
        await page.Clock.FastForwardAsync("10:00");
        await LookAsync(page, isHidden: false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static Task LookAsync(IPage page, bool isHidden) => page.EvaluateAsync(
        "isHidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden }); document.dispatchEvent(new Event('visibilitychange')); }", isHidden);

    private async Task<IPage> ExpensesAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        var period = await costs.Periods.AddAsync(new PeriodInput { Name = "2026", StartDate = new(2026, 1, 1), EndDate = new(2026, 12, 31) }, default);
        await costs.ItemAsync(period);
        return await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
    }
}
