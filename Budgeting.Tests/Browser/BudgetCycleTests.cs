using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>A budget from its proposal to its statement, by two who share the work: each sees what the other does.</summary>
public sealed class BudgetCycleTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Inbox = "/budgets/inbox";

    private int Year => Fixture.Server.Services.GetRequiredService<TimeProvider>().GetLocalNow().Year;

    private string Reference => $"{Year}-0001";

    [Fact]
    public async Task ABudget_IsProposedApprovedAllottedObligatedDeliveredPaidAndAccountedFor()
    {
        var household = await Household.CreateAsync(Fixture);
        await household.Admin.ProgramAsync("1000");
        var mia = await household.OpenAsync("/budgets", email: await household.MemberAsync(Role.Member, "Mia"));
        await ProposeAsync(mia);
        await JustifyAsync(mia);
        var proposal = (await household.Admin.Get<ProposalsService>().ListAsync(default)).Single();
        var paul = await household.OpenAsync($"/budgets/{proposal.Id}", email: await household.MemberAsync(Role.Approver, "Paul"));
        await ApproveAsync(mia, paul);

        var spending = await AllotAsync(household, proposal, mia, paul);
        await ObligateAsync(mia, paul);
        await PayAsync(mia, paul, spending);
        await Expect(mia.GetByRole(AriaRole.Meter, new() { Name = "All programs" })).ToHaveAttributeAsync("aria-valuetext", "$900.00 of $900.00 used, within the budget");
        await Expect(mia.Locator(".legend").First).ToContainTextAsync("$824.50");

        await AccountAsync(mia, await household.OpenAsync("/audit?entity=Obligation"));
        var run = await CommandRun.OfAsync(["verify", .. Fixture.Server.Store.Arguments]);
        (run.ExitCode, run.Error).Should().Be((0, ""), run.Out);
    }

    private async Task ProposeAsync(IPage mia)
    {
        await mia.Keyboard.PressAsync("n");
        await mia.GetByLabel("Fiscal year").SelectOptionAsync($"{Year}");
        await mia.GetByLabel("Title").FillAsync("The budget");
        await mia.Keyboard.PressAsync("Enter");
        await Expect(mia.GetByRole(AriaRole.Heading, new() { Name = "The budget" })).ToBeVisibleAsync();
        await mia.Keyboard.PressAsync("n");
        await mia.GetByLabel("Program", new() { Exact = true }).SelectOptionAsync("1000 Program 1000");
        await mia.GetByLabel("Requested ($)").FillAsync("1000");
        await mia.Keyboard.PressAsync("Enter");
    }

    // Two line items typed one after the other, with Tab through their fields, and a justification.
    private static async Task JustifyAsync(IPage mia)
    {
        await mia.GetByRole(AriaRole.Link, new() { Name = "1000 Program 1000" }).First.ClickAsync();
        await mia.GetByLabel("Description").FocusAsync();
        foreach (var (what, cost, count) in new[] { ("Books", "600", 1), ("Shelves", "400", 2) })
        {
            await mia.Keyboard.TypeAsync(what);
            foreach (var _ in Enumerable.Range(0, 4))
            {
                await mia.Keyboard.PressAsync("Tab");
            }

            await mia.Keyboard.TypeAsync(cost);
            await Expect(mia.Locator(".comes-to")).ToContainTextAsync($"${cost}.00");
            await mia.Keyboard.PressAsync("Enter");
            await Expect(mia.Locator("tr[data-row]")).ToHaveCountAsync(count);
            await Expect(mia.GetByLabel("Description")).ToBeFocusedAsync();
        }

        await Expect(mia.GetByText("Line items add up to the request")).ToBeVisibleAsync();
        await PressAsync(mia, "Add justification");
        await mia.GetByLabel("Text", new() { Exact = true }).FillAsync("Readers ask for them.");
        await SendAsync(mia, "Add justification");
        await Expect(mia.GetByText("Readers ask for them.")).ToBeVisibleAsync();
        await mia.GetByRole(AriaRole.Link, new() { Name = "The budget" }).ClickAsync();
    }

    private static async Task ApproveAsync(IPage mia, IPage paul)
    {
        await Expect(paul.GetByText("Nothing is missing")).ToBeVisibleAsync();
        await PressAsync(mia, "Submit…");
        await SendAsync(mia, "Submit");
        await Expect(mia.GetByText("You made this proposal, so somebody else approves it")).ToBeVisibleAsync();

        await PressAsync(paul, "Approve…");
        await paul.GetByLabel("Approved for Program 1000").FillAsync("900");
        await Expect(paul.GetByRole(AriaRole.Dialog)).ToContainTextAsync("−10.0 %");
        await paul.Keyboard.PressAsync("Enter");

        await Expect(mia.GetByText("Approved", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(mia.GetByRole(AriaRole.Row, new() { Name = "Program 1000" })).ToContainTextAsync("900.00");
        await Expect(mia.GetByText("approved by Paul")).ToBeVisibleAsync();
    }

    // Four of 225, all released; where the first is looked at.
    private static async Task<string> AllotAsync(Household household, ProposalDto proposal, IPage mia, IPage paul)
    {
        var budget = (await household.Admin.Get<SpendingService>().PageAsync(proposal.Id, default)).Programs.Single().Id;
        await paul.OpenAsync($"/budgets/{proposal.Id}/spending?program={budget}");
        await PressAsync(paul, "Plan evenly over four quarters");
        await Expect(paul.GetByText("Planned", new() { Exact = true })).ToHaveCountAsync(4);
        var first = (await household.Admin.Get<SpendingService>().AllotmentsAsync(budget, default))[0].Id;
        var address = $"/budgets/{proposal.Id}/spending?program={budget}&allotment={first}";
        await mia.OpenAsync(address);
        foreach (var quarter in Enumerable.Range(1, FiscalYear.Quarters))
        {
            await paul.GetByRole(AriaRole.Link, new() { Name = $"Quarter {quarter}" }).ClickAsync();
            await PressAsync(paul, "Release");
            await SendAsync(paul, "Release");
            await Expect(mia.GetByText("Released", new() { Exact = true })).ToHaveCountAsync(quarter);
        }

        return address;
    }

    private async Task ObligateAsync(IPage mia, IPage paul)
    {
        await paul.OpenAsync(Inbox);
        await PressAsync(mia, "Request obligation");
        await mia.GetByLabel("Payee").FillAsync("Paper Ltd");
        await mia.GetByLabel("Description").FillAsync("Paper");
        await mia.GetByLabel("Amount ($)").FillAsync("225.01");
        await Expect(mia.GetByRole(AriaRole.Dialog).Locator("dl")).ToContainTextAsync("−$0.01");
        await SendAsync(mia, "Request obligation");
        await Expect(mia.GetByText("Only $225.00 is left of the allotment.")).ToBeVisibleAsync();
        await mia.GetByLabel("Amount ($)").FillAsync("100");
        await Expect(mia.GetByRole(AriaRole.Dialog).Locator("dl")).ToContainTextAsync("$125.00");
        await SendAsync(mia, "Request obligation");

        await PressAsync(paul, $"Approve {Reference}");
        await SendAsync(paul, "Approve");
        await Expect(paul.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync();
    }

    private async Task PayAsync(IPage mia, IPage paul, string spending)
    {
        await mia.GetByRole(AriaRole.Link, new() { Name = Reference }).ClickAsync();
        await PressAsync(mia, "Add work item");
        await mia.GetByLabel("Description").FillAsync("First half");
        await mia.GetByLabel("Unit cost ($)").FillAsync("60");
        await SendAsync(mia, "Add work item");
        await PressAsync(mia, "Accept First half");

        await PressAsync(paul, $"Pay {Reference}");
        await Expect(paul.GetByLabel("Amount ($)")).ToHaveValueAsync("60.00");
        await SendAsync(paul, "Record payment");
        await Expect(paul.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync();
        await paul.OpenAsync(spending);
        await paul.GetByRole(AriaRole.Link, new() { Name = Reference }).ClickAsync();
        await PressAsync(paul, "Pay");
        await paul.GetByLabel("Amount ($)").FillAsync("15.50");
        await SendAsync(paul, "Record payment");
        await Expect(paul.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await PressAsync(paul, "Liquidate");
        await Expect(paul.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Nothing more will be delivered or paid: $24.50 goes back to the allotment.");
        await SendAsync(paul, "Liquidate");
    }

    private async Task AccountAsync(IPage mia, IPage ada)
    {
        await mia.OpenAsync("/budgets/statement");
        foreach (var figure in (string[])["approved: 900.00", "allotted: 900.00", "obligated: 75.50", "paid: 75.50", "not obligated: 824.50"])
        {
            await Expect(mia.GetByRole(AriaRole.Link, new() { Name = $"1000, {figure}", Exact = true })).ToBeVisibleAsync();
        }

        var entries = ada.GetByRole(AriaRole.List, new() { Name = "Audit trail" }).Locator("> li");
        await Expect(entries).ToContainTextAsync([$"Paul changed obligation “{Reference}”", $"Paul changed obligation “{Reference}”", $"Mia added obligation “{Reference}”"]);
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static Task SendAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
