using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>A budget is prepared in one browser and approved in another, each of which shows what the other does.</summary>
public sealed class BudgetPreparationTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AProposal_IsPreparedSubmittedAndApprovedByAnother_Live()
    {
        var household = await Household.CreateAsync(Fixture);
        await household.Admin.ProgramAsync("1000");
        var mine = await household.OpenAsync("/budgets", email: await household.MemberAsync(Role.Member, "Mia"));
        await ProposedAsync(mine);
        await BudgetedAsync(mine);

        var proposal = (await household.Admin.Get<ProposalsService>().ListAsync(default)).Single();
        var theirs = await household.OpenAsync($"/budgets/{proposal.Id}", email: await household.MemberAsync(Role.Approver, "Paul"));
        await Expect(theirs.GetByText("Nothing is missing")).ToBeVisibleAsync();
        await Button(mine, "Submit…").ClickAsync();
        await Button(mine.GetByRole(AriaRole.Dialog), "Submit").ClickAsync();
        await Expect(mine.GetByText("You made this proposal, so somebody else approves it")).ToBeVisibleAsync();

        await Button(theirs, "Approve…").ClickAsync();
        await theirs.GetByLabel("Approved for Program 1000").FillAsync("90");
        await Expect(theirs.GetByRole(AriaRole.Dialog)).ToContainTextAsync("−10.0 %");
        await theirs.Keyboard.PressAsync("Enter");

        await Expect(mine.GetByText("Approved", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(mine.GetByRole(AriaRole.Row, new() { Name = "Program 1000" })).ToContainTextAsync("90.00");
        await Expect(mine.GetByText("approved by Paul")).ToBeVisibleAsync();
    }

    private static async Task ProposedAsync(IPage page)
    {
        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Title").FillAsync("The budget");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The budget" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Program", new() { Exact = true }).SelectOptionAsync("1000 Program 1000");
        await page.GetByLabel("Requested ($)").FillAsync("100");
        await page.Keyboard.PressAsync("Enter");
    }

    // Two line items typed one after the other, with Tab through their fields, and a justification.
    private static async Task BudgetedAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "1000 Program 1000" }).First.ClickAsync();
        await page.GetByLabel("Description").FocusAsync();
        foreach (var (what, cost, count) in new[] { ("Books", "60", 1), ("Shelves", "40", 2) })
        {
            await page.Keyboard.TypeAsync(what);
            foreach (var _ in Enumerable.Range(0, 4))
            {
                await page.Keyboard.PressAsync("Tab");
            }

            await page.Keyboard.TypeAsync(cost);
            await Expect(page.Locator(".comes-to")).ToContainTextAsync($"${cost}.00");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(count);
            await Expect(page.GetByLabel("Description")).ToBeFocusedAsync();
        }

        await Expect(page.GetByText("Line items add up to the request")).ToBeVisibleAsync();
        await Button(page, "Add justification").ClickAsync();
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Readers ask for them.");
        await Button(page.GetByRole(AriaRole.Dialog), "Add justification").ClickAsync();
        await Expect(page.GetByText("Readers ask for them.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The budget" }).ClickAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
