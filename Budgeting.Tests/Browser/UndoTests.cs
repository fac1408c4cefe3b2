using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

public sealed class UndoTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Delete_Reload_Undo_BringsTheGiftBack()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var address = $"/occasions/{occasion.Id}";
        var page = await household.OpenAsync(address);
        await page.ChooseAsync("Train set", "Delete");
        await Expect(page.Undo()).ToContainTextAsync("“Train set” deleted.");

        // Pointed at, it waits: however slow the machine is.
        await page.Undo().HoverAsync();
        await Expect(page.Locator(".undo[data-paused]")).ToHaveCountAsync(1);
        await page.OpenAsync(address);
        await Expect(page.Undo()).ToContainTextAsync("“Train set” deleted.");
        await Expect(page.Card("Train set")).ToHaveCountAsync(0);
        await page.Undo().GetByRole(AriaRole.Button, new() { Name = "Undo" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("[data-column=Purchased]")).ToContainTextAsync("Train set");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Undone: “Train set” deleted." })).ToHaveCountAsync(1);
        await Expect(page.Undo().GetByRole(AriaRole.Button, new() { Name = "Redo" })).ToBeFocusedAsync();
        (await household.Admin.Gifts.ListAsync(occasion.Id, new(), CancellationToken.None)).Items.Should().Contain(g => g.Name == "Train set" && g.Status == GiftStatus.Purchased);
    }

    [Fact]
    public async Task ControlZ_TakesBackWhatAFieldSaved_ThoughItStillHasTheFocus()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var price = page.GetByLabel("Price of Scarf");
        await price.FillAsync("44");
        await price.PressAsync("Enter");
        await Expect(page.Undo()).ToBeVisibleAsync();
        await Expect(price).ToHaveValueAsync("44.00");

        await price.PressAsync("Control+z");

        await Expect(price).ToHaveValueAsync("40.00");
    }

    [Fact]
    public async Task DeletedGift_IsRestoredFromTheMenu_AndControlZWhileTypingIsTheTexts()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync($"/occasions/{(await household.ChristmasAsync()).Id}?view=list");
        await page.ChooseAsync("Scarf", "Delete");
        await Expect(page.Undo()).ToContainTextAsync("“Scarf” deleted.");
        await page.GetByLabel("Price of Cookbook").PressAsync("Control+z");
        await page.Undo().GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Undo()).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "More for Christmas" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deleted gifts…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore Scarf" }).ClickAsync();

        await Expect(page.Undo()).ToContainTextAsync("“Scarf” restored.");
        await Expect(page.GetByLabel("Price of Scarf")).ToHaveValueAsync("40.00");
    }

    [Fact]
    public async Task Receipt_IsToldInTheOnePlace_AndUndoneThere()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        var period = await costs.MonthAsync(1);
        var expense = await costs.ExpenseAsync(period, 20);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        var receipt = page.GetByRole(AriaRole.Link, new() { Name = "Receipt of Repairs" });

        await page.ChooseAsync("Repairs", "Receipt…");
        await page.GetByLabel("Receipt", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "bill.pdf", MimeType = "application/pdf", Buffer = FilledCosts.Pdf });
        await Expect(page.Undo()).ToContainTextAsync("Receipt kept.");
        await Expect(receipt).ToBeVisibleAsync();
        await page.Undo().GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(receipt).ToHaveCountAsync(0);
        await Expect(page.Locator(".toast:not(.undo, [hidden])")).ToHaveCountAsync(0);
        (await costs.Expenses.GetAsync(expense.Id, default)).Receipt.Should().BeNull();
    }
}
