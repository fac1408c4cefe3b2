using System.Text.RegularExpressions;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>From nothing to a meter that is right, and through a crash.</summary>
public sealed partial class FirstRunTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task FromSetupToAMeter_ThroughAKilledServer()
    {
        using var folder = new TestFolder();
        using var first = await BudgetingProcess.ServeAsync(folder);
        await using var context = await Fixture.Browser.NewContextAsync(new() { BaseURL = first.Address.ToString(), Locale = "en-US" });
        var page = await context.NewPageAsync();

        await SetUpAsync(page);
        await AddOccasionAsync(page);
        await AddGiftAsync(page, "Wooden train", "59.90", "Purchased");
        await AddGiftAsync(page, "Cookbook", "24.50", "Idea");
        var meter = page.GetByRole(AriaRole.Meter, new() { Name = "Budget of Christmas" });
        await Assertions.Expect(meter).ToHaveAttributeAsync("aria-valuetext", "$84.40 of $500.00 used, within the budget");
        await Assertions.Expect(page.Locator("figcaption").First).ToContainTextAsync("$415.60 of $500.00 left.");

        await page.EvaluateAsync("() => { window.isOld = true; }");
        await first.KillAsync();
        await page.Locator("#components-reconnect-modal.components-reconnect-show").WaitForAsync();
        using var second = await BudgetingProcess.ServeAsync(folder, first.Address);

        // By itself: nobody reloads. Clicking works again afterwards.
        await page.WaitForFunctionAsync("() => !window.isOld && document.querySelector('[data-interactive]')", null, new() { Timeout = 60_000 });
        await Assertions.Expect(meter).ToHaveAttributeAsync("aria-valuetext", "$84.40 of $500.00 used, within the budget");
        await AddGiftAsync(page, "Kite", "15.60", "Selected");
        await Assertions.Expect(meter).ToHaveAttributeAsync("aria-valuetext", "$100.00 of $500.00 used, within the budget");
    }

    private static async Task SetUpAsync(IPage page)
    {
        await page.GotoAsync("/occasions");
        await Assertions.Expect(page).ToHaveURLAsync(Setup());
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByLabel("E-mail").FillAsync("ada@example.org");
        await page.GetByLabel("Password").FillAsync(TestWorld.Password);
        await page.GetByLabel("Household, community or office").FillAsync("Family");
        await page.GetByLabel("Currency").SelectOptionAsync("USD");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/");
    }

    private static async Task AddOccasionAsync(IPage page)
    {
        await page.OpenAsync("/occasions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add occasion" }).First.ClickAsync();
        await page.GetByLabel("Name").FillAsync("Christmas");
        await page.GetByLabel("Date").FillAsync("2030-12-24");
        await page.GetByLabel("Budget ($)").FillAsync("500");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add occasion" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Christmas" }).WaitForAsync();
    }

    private static async Task AddGiftAsync(IPage page, string name, string price, string status)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await dialog.GetByLabel("Price ($)", new() { Exact = true }).PressSequentiallyAsync(price);
        await dialog.GetByLabel("Status").SelectOptionAsync(new SelectOptionValue { Label = status });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Card(name).WaitForAsync();
    }

    [GeneratedRegex("/setup$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setup();
}
