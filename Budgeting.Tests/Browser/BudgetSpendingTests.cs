using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>How an approved budget is spent, by two who share the work.</summary>
public sealed class BudgetSpendingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AnObligationInOneBrowser_MovesMeterInboxAndStatementOfOthers()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        var (meter, inbox) = (await household.OpenAsync($"/budgets/{office.Proposal.Id}/spending"), await household.OpenAsync(BudgetInboxAddress));
        var statement = await household.OpenAsync("/budgets/statement");
        await Expect(inbox.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync();

        await office.RequestedAsync(123.45m);

        await Expect(meter.Locator(".legend").First).ToContainTextAsync("$123.45");
        await Expect(inbox.GetByRole(AriaRole.List, new() { Name = "Obligations to approve" })).ToContainTextAsync("$123.45");
        await Expect(statement.GetByRole(AriaRole.Link, new() { Name = "1000, obligated: 123.45" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ALinkToAnObligation_LeadsToIt_AndOpeningOneOnThePageMovesNothing()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        var (first, second) = (await office.RequestedAsync(20), await office.RequestedAsync(10));
        var page = await household.OpenAsync($"/budgets/{office.Proposal.Id}/spending?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={first.Id}", new() { ViewportSize = new() { Width = 1280, Height = 500 } });

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = first.ReferenceNo })).ToBeInViewportAsync();
        await page.EvaluateAsync("() => window.scrollTo(0, 300)");
        await page.GetByRole(AriaRole.Link, new() { Name = second.ReferenceNo }).EvaluateAsync("link => link.click()");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = second.ReferenceNo, Expanded = true })).ToBeVisibleAsync();
        await office.PaidAsync(await office.ActiveAsync(5), 1);
        await Expect(page.Locator(".legend").First).ToContainTextAsync("$1.00");

        (await page.EvaluateAsync<int>("() => window.scrollY")).Should().Be(300);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task EveryLevelAndForm_IsAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var filled = await FilledOffice.CreateAsync(household.Admin);
        var page = await household.OpenAsync(
            $"/budgets/{filled.Office.Proposal.Id}/spending?program={filled.Office.Budget.Id}&allotment={filled.Office.Allotment.Id}&obligation={filled.Active.Id}",
            new() { ViewportSize = new() { Width = width, Height = 844 }, ReducedMotion = ReducedMotion.Reduce, HasTouch = width < 640, IsMobile = width < 640 });

        await Expect(page.GetByText("Payments")).ToBeVisibleAsync();
        await LookAtAsync(page, $"spending at {width}");
        foreach (var form in (string[])["Add allotment", "Request obligation", "Pay", "Liquidate", "Add work item"])
        {
            await PressAsync(page, form);
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await LookAtAsync(page, $"“{form}” at {width}");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }
    }

    private const string BudgetInboxAddress = "/budgets/inbox";

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static async Task LookAtAsync(IPage page, string where)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.ShouldBeAccessibleAsync($"{where}, light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ShouldBeLegibleAsync($"{where}, dark");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).Should().BeLessThanOrEqualTo(0, "{0} must fit", where);
    }
}
