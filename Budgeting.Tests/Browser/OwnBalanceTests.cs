using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>An owner who looks at what they owe, and why.</summary>
public sealed class OwnBalanceTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Expense_RecordedElsewhere_MovesTheBalanceThatIsLookedAt()
    {
        var (house, page) = await AnnAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "So far you get back €3.34." })).ToBeVisibleAsync();

        var item = (await house.Costs.Items.ListAsync(house.January.Id, Core.Kernel.PageRequest.First, CancellationToken.None)).Items[0];
        await house.Costs.ExpenseAsync(house.January, 60, item);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "So far you owe the fund €6.66." })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Payment code: €6.66 to Elm Street 7" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Owner_OpensAShare_AnotherPeriod_AndTheStatement()
    {
        var (house, page) = await AnnAsync();

        await page.Locator("summary", new() { HasText = "Share of costs" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Repairs: 1 of 6 properties")).ToBeVisibleAsync();
        await house.Costs.CloseAsync(house.January);
        await house.Costs.Statements.IssueAsync(house.January.Id, ownerId: null, CancellationToken.None);
        await house.Costs.MonthAsync(2);
        await Assertions.Expect(page.GetByText("Carried over from 2026-01")).ToBeVisibleAsync();
        await page.GetByLabel("Period").SelectOptionAsync("2026-01");
        await Assertions.Expect(page.GetByText("At the end of 2026-01, the fund owed you €3.34.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Period").Locator("option:checked")).ToHaveTextAsync("2026-02");
        await page.GoForwardAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Statement 1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("At the end of 2026-01, the fund owed Ann €3.34.")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "PDF" }).ClickAsync());

        download.SuggestedFilename.Should().Be("statement-1.pdf");
    }

    private async Task<(SharedHouse House, IPage Page)> AnnAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var email = await household.MemberAsync(Role.Viewer, "Ann");
        var member = (await household.Admin.Organizations.MembersAsync(CancellationToken.None)).Single(m => m.Name == "Ann");
        var house = await SharedHouse.CreateAsync(household.Admin, member.Id);
        return (house, await household.OpenAsync("/costs/mine", email: email));
    }
}
