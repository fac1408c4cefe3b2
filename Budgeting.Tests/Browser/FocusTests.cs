using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>What is taken off a list has the focus: it must not be lost with it.</summary>
public sealed class FocusTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task DeletedRecords_HandTheFocusToTheNextRow_AndTheLastOneToTheQuickEntry()
    {
        var (household, costs, period) = await CommunityAsync();
        foreach (var amount in new[] { 11, 12, 13 })
        {
            await costs.Expenses.AddAsync(period.Id, new ExpenseInput { PaymentType = "Repairs", Amount = amount, Date = period.StartDate.AddDays(amount) }, default);
        }

        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        var rows = page.Locator("tr[data-row]");
        await rows.Nth(1).Locator("[popovertarget]").FocusAsync();

        await DeleteAsync(page, left: 2);
        await Assertions.Expect(rows.Nth(1).Locator("[popovertarget]")).ToBeFocusedAsync();
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("11.00");
        await DeleteAsync(page, left: 1);
        await Assertions.Expect(rows.Nth(0).Locator("[popovertarget]")).ToBeFocusedAsync();
        await DeleteAsync(page, left: 0);
        await Assertions.Expect(page.GetByLabel("Amount ($)")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ADeletedCard_HandsTheFocusToTheNextOneOfItsColumn()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");

        await page.ChooseAsync("Cookbook", "Delete");

        await Assertions.Expect(page.Card("Cookbook")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "More for Surprise" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ACardMovedByItsMenu_KeepsTheFocusThere()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");

        await page.ChooseAsync("Cookbook", "Move to Purchased");

        await Assertions.Expect(page.Locator("[data-column=Purchased]")).ToContainTextAsync("Cookbook");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "More for Cookbook" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task TheFirstOfAList_TakesTheFocusOfTheButtonThatIsGone()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people");
        var added = page.Locator(".state").GetByRole(AriaRole.Button, new() { Name = "Add person" });
        await added.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).FillAsync("Grandma");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grandma" })).ToBeFocusedAsync();

        var occasion = await household.Admin.OccasionAsync();
        await page.OpenAsync($"/occasions/{occasion.Id}");
        await page.Locator(".state").GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).FillAsync("Kite");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Card("Kite").Locator(".face")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task AHeadingThatIsLoadedLate_TakesTheFocusAsSoonAsItIsThere()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people");

        await page.EvaluateAsync("""
            async () => {
                const { focusHeading } = await import('/js/ui.js');
                const heading = document.querySelector('h1');
                const header = heading.parentElement;
                heading.remove();
                focusHeading();
                header.append(heading);
            }
            """);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People", Level = 1 })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task RecordPressedTwice_RecordsOnePayment_AndTheFocusGoesToWhatIsLeft()
    {
        var (household, costs, period) = await CommunityAsync();
        var item = (await costs.Items.ListAsync(period.Id, Core.Kernel.PageRequest.First, default)).Items[0];
        var (ben, _) = await costs.OwnedAsync("Ben");
        await costs.OwnedAsync("Cleo");
        await costs.ExpenseAsync(period, 30, item, paidBy: ben);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=settle");
        var book = page.GetByRole(AriaRole.Button, new() { Name = "Record: " });
        await book.First.FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("One payment makes everybody even.")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await book.FocusAsync();
        (await costs.SettleUp.SuggestAsync(period.Id, default)).Transfers.Should().ContainSingle();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Everybody is even" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WhatSomebodyElseDeletes_LeavesTheFocusElsewhereWhereItIs()
    {
        var (household, costs, period) = await CommunityAsync();
        var expense = await costs.ExpenseAsync(period, 11);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        await page.Locator("tr[data-row] [popovertarget]").FocusAsync();
        await page.GetByLabel("Vendor").FocusAsync();

        await costs.Expenses.DeleteAsync(expense.Id, null, default);

        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Vendor")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ClosingAPeriod_LeadsToTheNoteThatSaysWhatComesNext()
    {
        var (household, costs, period) = await CommunityAsync();
        var page = await household.OpenAsync($"/costs/periods/{period.Id}");
        var close = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close period" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Close period…" }).PressAsync("Enter");

        await close.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#closed")).ToBeFocusedAsync();
        await costs.Closing.ReopenAsync(period.Id, "A bill was late", version: null, default);
        await costs.ContributionAsync(period, (await costs.Owners.ListAsync(default))[0], 5);
        await page.GetByRole(AriaRole.Button, new() { Name = "More for 2026-01" }).PressAsync("Enter");
        await page.Locator(".menu:popover-open").GetByRole(AriaRole.Button, new() { Name = "Close period…" }).PressAsync("Enter");
        await close.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#closed")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ABudgetItemChosenByKeys_IsSavedOnceItIsSettled_AndTheFocusGoesToTheNextRow_OrTheHeading()
    {
        var (household, costs, period) = await CommunityAsync();
        var water = await costs.ItemAsync(period, type: "Water");
        var (first, second) = (await costs.ExpenseAsync(period, 11), await costs.ExpenseAsync(period, 12));
        var page = await household.OpenAsync($"/costs/periods/{period.Id}");
        var items = page.GetByLabel("Budget item of Repairs");
        await items.First.FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(items).ToHaveCountAsync(1);
        await Assertions.Expect(items).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(items).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Before closing" })).ToBeFocusedAsync();
        var saved = new[] { await costs.Expenses.GetAsync(first.Id, default), await costs.Expenses.GetAsync(second.Id, default) };
        saved.Select(e => e.Version).Should().Equal(first.Version + 1, second.Version + 1);
        saved.Select(e => e.BudgetItemId == water.Id).Should().BeEquivalentTo([true, false]);
    }

    [Fact]
    public async Task ARecordThatIsRefused_HasTheFocusInTheFirstFieldThatIsWrong()
    {
        var (household, _, period) = await CommunityAsync();
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        await page.GetByLabel("Amount ($)").FillAsync("12");

        await page.GetByLabel("Amount ($)").PressAsync("Enter");

        await Assertions.Expect(page.GetByLabel("Payment type")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task SaveAndAddAnother_BeginsTheNextInItsFirstField()
    {
        var (household, costs, _) = await CommunityAsync();
        var page = await household.OpenAsync("/costs/owners");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add owner" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Ben");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save and add another" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Name")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Name")).ToBeFocusedAsync();
        (await costs.Owners.ListAsync(default)).Select(o => o.Name).Should().Equal("Ann", "Ben");
    }

    [Theory]
    [InlineData("/costs/mine", "Share it", "closing")]
    [InlineData("/costs/periods/{0}?tab=sheet", "Share it", "closing")]
    [InlineData("/costs/periods/{1}", "Issue the statements", "statements")]
    public async Task ALinkToAPartOfAPage_LeadsTheFocusThere(string from, string link, string part)
    {
        var (household, costs, period) = await CommunityAsync();
        await costs.OwnerAsync("Ada", household.Admin.MemberId);
        await costs.ExpenseAsync(period, 11);
        var closed = await costs.MonthAsync(-1);
        await costs.CloseAsync(closed);
        var page = await household.OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, from, period.Id, closed.Id));

        await page.GetByRole(AriaRole.Link, new() { Name = link }).PressAsync("Enter");

        await Assertions.Expect(page.Locator($"#{part}")).ToBeFocusedAsync();
    }

    private static async Task DeleteAsync(IPage page, int left)
    {
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".menu:popover-open").GetByRole(AriaRole.Button, new() { Name = "Delete" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(left);
    }

    private async Task<(Household Household, TestCosts Costs, PeriodDto Period)> CommunityAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        await costs.OwnedAsync("Ann");
        var period = await costs.MonthAsync(1);
        await costs.ItemAsync(period);
        return (household, costs, period);
    }
}
