using System.Globalization;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>Somebody who types faster than the server answers: every key counts, and none lands elsewhere.</summary>
public sealed class FastTypingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task TenExpensesWithTheirDates_TypedWithoutAPause_AreAllThere(int delay)
    {
        var (page, costs, period) = await OpenAsync(delay);
        await page.GetByLabel("Amount ($)").FocusAsync();

        for (var day = 1; day <= 10; day++)
        {
            await page.Keyboard.TypeAsync(day.ToString(CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"Shop {day}");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("Repairs");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(string.Create(CultureInfo.InvariantCulture, $"02{day:00}2026"));
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(day);
            await Assertions.Expect(page.GetByLabel("Amount ($)")).ToBeFocusedAsync();
        }

        (await ExpensesAsync(costs, period)).Should().Equal(Enumerable.Range(1, 10).Select(day => ((string?)$"Shop {day}", (decimal)day, day)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task ADate_LeftAtOnce_IsKept(int delay)
    {
        var (page, costs, period) = await OpenAsync(delay);
        await page.GetByLabel("Amount ($)").FillAsync("5");
        await page.GetByLabel("Payment type").FillAsync("Repairs");
        await page.GetByLabel("Date").FocusAsync();

        await page.Keyboard.TypeAsync("02142026");
        await page.GetByLabel("Paid by").FocusAsync();
        await Assertions.Expect(page.GetByLabel("Date")).ToHaveValueAsync("2026-02-14");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        (await ExpensesAsync(costs, period)).Should().Equal((null, 5, 14));
    }

    [Fact]
    public async Task WhatIsTypedWhileARecordIsSaved_IsOfTheNextOne()
    {
        var (page, costs, period) = await OpenAsync(delay: 300);
        await page.GetByLabel("Payment type").FillAsync("Repairs");
        await page.GetByLabel("Amount ($)").FocusAsync();

        foreach (var key in new[] { "1", "0", "Tab", "A", "Enter", "2", "0", "Tab", "B", "Enter", "3", "0", "Tab", "C", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(3);
        (await ExpensesAsync(costs, period)).Select(e => (e.Vendor, e.Amount)).Should().Equal(("A", 10), ("B", 20), ("C", 30));
    }

    [Fact]
    public async Task WhatIsTypedWhileARecordIsRefused_IsNotPutIntoIt()
    {
        var (page, _, _) = await OpenAsync(delay: 300);
        await page.GetByLabel("Vendor").FocusAsync();

        foreach (var key in new[] { "A", "Enter", "2", "0" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.GetByText("Enter an amount.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Amount ($)")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Amount ($)")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Vendor")).ToHaveValueAsync("A");
    }

    [Fact]
    public async Task WhatIsTypedAfterSaveAndAddAnother_IsOfTheNextOne_UnlessItWasRefused()
    {
        var (page, costs, _) = await OpenAsync(delay: 300);
        await page.OpenAsync("/costs/owners");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add owner" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var next = dialog.GetByRole(AriaRole.Button, new() { Name = "Save and add another" });
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Bob");

        await next.ClickAsync();
        await page.Keyboard.TypeAsync("Cleo");
        await Assertions.Expect(dialog.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Cleo");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("");
        await next.ClickAsync();
        await page.Keyboard.TypeAsync("Dora");

        await Assertions.Expect(dialog.GetByText("Enter a name.")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("");
        (await costs.Owners.ListAsync(default)).Select(o => o.Name).Should().Equal("Ann", "Bob");
    }

    [Fact]
    public async Task WhoeverTypesAsSoonAsThePageIsLive_KeepsTheFocus()
    {
        var (page, _, _) = await OpenAsync(delay: 300);
        await page.GetByLabel("Vendor").FocusAsync();

        // The server's answer comes behind whatever else it has to say about a new page.
        await page.GetByLabel("Amount ($)").EvaluateAsync("field => { field.value = 'x'; field.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(1);

        await Assertions.Expect(page.GetByLabel("Vendor")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task AFieldThatIsClickedAndLeftAtOnce_DoesNotTakeTheFocusBack()
    {
        var (page, _, _) = await OpenAsync(delay: 300);
        await page.GetByLabel("Description").ClickAsync();
        await page.Keyboard.PressAsync("Tab");

        // The server's answer comes behind whatever it has to say about the click.
        await page.GetByLabel("Amount ($)").EvaluateAsync("field => { field.value = 'x'; field.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(1);

        await Assertions.Expect(page.GetByLabel("Payment type")).ToBeFocusedAsync();
    }

    private static async Task<List<(string? Vendor, decimal Amount, int Day)>> ExpensesAsync(TestCosts costs, PeriodDto period) =>
        (await costs.Expenses.PageAsync(new RecordQuery(period.Id, 100), default)).Rows.OrderBy(e => e.Id).Select(e => (e.Vendor, e.Amount, e.Date.Day)).ToList();

    /// <param name="delay">How late each message comes, both ways, in milliseconds.</param>
    private async Task<(IPage Page, TestCosts Costs, PeriodDto Period)> OpenAsync(int delay)
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        await costs.OwnedAsync("Ann");
        var period = await costs.Periods.AddAsync(new PeriodInput { Name = "2026", StartDate = new(2026, 1, 1), EndDate = new(2026, 12, 31) }, default);
        await costs.ItemAsync(period);
        var page = await household.OpenAsync();
        if (delay > 0)
        {
            await page.SlowDownAsync(delay);
        }

        await page.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        return (page, costs, period);
    }
}
