using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>How an approved budget is spent, by two who share the work.</summary>
public sealed class BudgetSpendingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task ABudget_IsAllottedObligatedApprovedDeliveredPaidAndLiquidated()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        var address = $"/budgets/{office.Proposal.Id}/spending?program={office.Budget.Id}&allotment={office.Allotment.Id}";
        var theirs = await household.OpenAsync(address, email: await household.MemberAsync(Role.Member, "Mara"));
        var mine = await household.OpenAsync(BudgetInboxAddress);

        await PressAsync(theirs, "Request obligation");
        await theirs.GetByLabel("Payee").FillAsync("Paper Ltd");
        await theirs.GetByLabel("Description").FillAsync("Paper");
        await theirs.GetByLabel("Amount ($)").FillAsync("300.01");
        await Expect(Levels(theirs)).ToContainTextAsync("−$0.01");
        await SendAsync(theirs, "Request obligation");
        await Expect(theirs.GetByText("Only $300.00 is left of the allotment.")).ToBeVisibleAsync();
        await theirs.GetByLabel("Amount ($)").FillAsync("100");
        await Expect(Levels(theirs)).ToContainTextAsync("$200.00");
        await SendAsync(theirs, "Request obligation");

        await PressAsync(mine, "Approve 2026-0001");
        await SendAsync(mine, "Approve");
        await Expect(mine.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync();

        await theirs.GetByRole(AriaRole.Link, new() { Name = "2026-0001" }).ClickAsync();
        await PressAsync(theirs, "Add work item");
        await theirs.GetByLabel("Description").FillAsync("First half");
        await theirs.GetByLabel("Unit cost ($)").FillAsync("60");
        await SendAsync(theirs, "Add work item");
        await PressAsync(theirs, "Accept First half");

        await PayAsync(mine, "Pay 2026-0001", expected: "60.00");
        await Expect(mine.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync();
        await mine.OpenAsync($"{address}&obligation={(await office.Member.Get<SpendingService>().ObligationsAsync(new ObligationQuery(office.Allotment.Id, null, 0, null), 1, default)).Rows[0].Id}");
        await PayAsync(mine, "Pay", amount: "15.50");
        await PressAsync(mine, "Liquidate");
        await Expect(mine.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Nothing more will be delivered or paid: $24.50 goes back to the allotment.");
        await SendAsync(mine, "Liquidate");

        await Expect(theirs.GetByRole(AriaRole.Meter, new() { Name = "All programs" })).ToHaveAttributeAsync("aria-valuetext", "$300.00 of $1,500.00 used, within the budget");
        await Expect(theirs.Locator(".legend").First).ToContainTextAsync("$224.50");
        (await office.Member.NowAsync(office.Allotment)).Remaining.Should().Be(224.50m);
    }

    [Fact]
    public async Task AnObligationInOneBrowser_MovesMeterAndInboxOfOthers()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        var (meter, inbox) = (await household.OpenAsync($"/budgets/{office.Proposal.Id}/spending"), await household.OpenAsync(BudgetInboxAddress));
        await Expect(inbox.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync();

        await office.RequestedAsync(123.45m);

        await Expect(meter.Locator(".legend").First).ToContainTextAsync("$123.45");
        await Expect(inbox.GetByRole(AriaRole.List, new() { Name = "Obligations to approve" })).ToContainTextAsync("$123.45");
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

    private static ILocator Levels(IPage page) => page.GetByRole(AriaRole.Dialog).Locator("dl");

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static async Task SendAsync(IPage page, string name) =>
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task PayAsync(IPage page, string button, string? amount = null, string? expected = null)
    {
        await PressAsync(page, button);
        if (expected is not null)
        {
            await Expect(page.GetByLabel("Amount ($)")).ToHaveValueAsync(expected);
        }

        if (amount is not null)
        {
            await page.GetByLabel("Amount ($)").FillAsync(amount);
        }

        await SendAsync(page, "Record payment");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task LookAtAsync(IPage page, string where)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.ShouldBeAccessibleAsync($"{where}, light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ShouldBeLegibleAsync($"{where}, dark");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).Should().BeLessThanOrEqualTo(0, "{0} must fit", where);
    }
}
