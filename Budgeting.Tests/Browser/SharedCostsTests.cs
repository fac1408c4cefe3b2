using System.Globalization;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

public sealed class SharedCostsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task TabsOfAPeriod_LeaveThePageAlive_HoweverOftenOneGoesFromOneToAnother()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        await costs.OwnedAsync("Ann");
        var period = await costs.MonthAsync(1);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}");
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };

        foreach (var tab in (string[])["Expenses", "Balance sheet", "Contributions", "Settle up", "Budget items", "Overview", "Charges", "Readings", "Balance sheet", "Expenses"])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = tab, Exact = true })).ToHaveAttributeAsync("aria-current", "page");
        }

        await page.GetByLabel("Amount ($)").FillAsync("12.50");
        await page.GetByLabel("Payment type").FillAsync("water");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "12.50" }).First).ToBeVisibleAsync();
        errors.Should().BeEmpty();
    }

    [Fact]
    public async Task TenExpenses_AreRecordedWithoutAMouse()
    {
        var (household, costs, period) = await CommunityAsync();
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        var amount = page.GetByLabel("Amount ($)");
        await amount.FocusAsync();

        for (var i = 1; i <= 10; i++)
        {
            await page.Keyboard.TypeAsync(i.ToString(CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"Shop {i}");
            if (i == 1)
            {
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.TypeAsync("Repairs");
            }

            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(i);
            await Assertions.Expect(amount).ToBeFocusedAsync();
            await Assertions.Expect(amount).ToHaveValueAsync("");
        }

        await Assertions.Expect(page.Locator("tfoot")).ToContainTextAsync("55.00");
        (await costs.AllocationsAsync(period)).Sum(a => a.Amount).Should().Be(55);
    }

    [Fact]
    public async Task AnExpenseInOneBrowser_MovesTheMeterAndTheOverviewOfTheOther()
    {
        var (household, _, period) = await CommunityAsync();
        var mine = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        var theirs = await household.OpenAsync($"/costs/periods/{period.Id}");

        await mine.GetByLabel("Amount ($)").FillAsync("40");
        await mine.GetByLabel("Payment type").FillAsync("Repairs");
        await mine.Keyboard.PressAsync("Enter");

        await Assertions.Expect(theirs.GetByRole(AriaRole.Meter, new() { Name = "Budget of 2026-01" })).ToHaveAttributeAsync("aria-valuetext", "$40.00 of $100.00 used, within the budget");
        await theirs.GetByText("The same in numbers").ClickAsync();
        await Assertions.Expect(theirs.GetByRole(AriaRole.Row, new() { Name = "Jan 2026" })).ToContainTextAsync("40.00");
    }

    [Fact]
    public async Task OnAPhone_TheTabThatIsShownIsInView_AndMoreAreHintedAt()
    {
        var (household, _, period) = await CommunityAsync();
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=items", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var tabs = page.GetByRole(AriaRole.Navigation, new() { Name = "2026-01" });

        await Assertions.Expect(tabs.GetByRole(AriaRole.Link, new() { Name = "Budget items" })).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Assertions.Expect(tabs).ToHaveAttributeAsync("data-before", "");
        await Assertions.Expect(tabs).ToHaveAttributeAsync("data-after", "");

        await tabs.GetByRole(AriaRole.Link, new() { Name = "Charges" }).ClickAsync();
        await Assertions.Expect(tabs.GetByRole(AriaRole.Link, new() { Name = "Charges" })).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Assertions.Expect(tabs).Not.ToHaveAttributeAsync("data-after", "");
    }

    [Fact]
    public async Task OnAPhone_WhatPeopleComeForIsInView_SumsStandBesideTheirLabels_AndSharesHaveOne()
    {
        var (household, costs, period) = await CommunityAsync();
        await costs.ExpenseAsync(period, 30);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        foreach (var tab in new[] { "Balance sheet", "Settle up" })
        {
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = tab, Exact = true })).ToBeInViewportAsync(new() { Ratio = 0.9f });
        }

        await page.OpenAsync($"/costs/periods/{period.Id}?tab=expenses");
        var sum = page.Locator("tfoot td");
        (await sum.Nth(1).Locator(".amount").BoundingBoxAsync())!.Y.Should().BeApproximately(await TextTopAsync(sum.Nth(0)), 3);
        await page.OpenAsync("/costs/owners");
        await Expect(page.Locator("tbody .weight").GetByText("Share", new() { Exact = true })).ToBeVisibleAsync();

        static Task<float> TextTopAsync(ILocator cell) =>
            cell.EvaluateAsync<float>("cell => { const range = document.createRange(); range.selectNodeContents(cell); return range.getBoundingClientRect().top; }");
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
