using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>Statement, registry and ageing on their pages.</summary>
public sealed class ReportPagesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task EveryFigureThatIsNotZero_LeadsToLinesThatComeToIt()
    {
        var office = await SpentAsync();
        await using var tab = new ComponentContext(office.Member);
        var statement = Open<BudgetStatement>(tab, ReportAddress.StatementOf(Office.Year, asOf: null));
        statement.Sees("2 programs in all");
        var figures = statement.AllByRole(AriaRole.Link).Where(l => l.GetAttribute("href")!.Contains("figure=", StringComparison.Ordinal))
            .Select(l => (Address: l.GetAttribute("href")!, Value: l.QuerySelector("data")!.GetAttribute("value"))).ToList();

        figures.Should().HaveCountGreaterThan(20);
        foreach (var (address, value) in figures)
        {
            await using var other = new ComponentContext(office.Member);
            var registry = OpenRegistry(other, address);
            registry.Find(".figure-large data").GetAttribute("value").Should().Be(value, address);
        }
    }

    [Fact]
    public async Task Statement_HasLevelsSharesAndTotals_AndDashesWhereThereIsNone()
    {
        var office = await SpentAsync();
        await using var tab = new ComponentContext(office.Member);

        var page = Open<BudgetStatement>(tab, ReportAddress.Statement);

        page.Sees("2 programs in all");
        Cells(page, "1000 Program 1000").Should().StartWith(["1,000.00", "0.00", "1,000.00", "300.00 30.0 %", "100.00"]).And.EndWith(["700.00", "200.00", "70.00", "20.00", "50.00"]);
        Cells(page, "Operating").Should().StartWith(["–", "–", "–", "–", "100.00", "0.00", "0.00", "0.00", "100.00 –", "30.00"]).And.EndWith(["–", "–", "70.00", "20.00", "50.00"]);
        Cells(page, "2000 Program 2000").Should().StartWith(["500.00", "0.00", "500.00", "0.00 0.0 %", "0.00", "0.00", "0.00", "0.00", "0.00 –"]);
        Words(page.All("tfoot td")).Should().StartWith(["1,500.00", "0.00", "1,500.00", "300.00 20.0 %"]).And.EndWith(["1,200.00", "200.00", "70.00", "20.00", "50.00"]);
        page.ByRole(AriaRole.Link, "Hide categories").GetAttribute("href").Should().Be($"{ReportAddress.Statement}?categories=hide");
        Words(page.All(".days a")).Should().Equal(["Today", "End of Q1", "End of Q2", "End of Q3"], "the fourth quarter isn't over");
    }

    [Fact]
    public async Task Statement_FollowsItsAddress()
    {
        var office = await SpentAsync();
        await using var tab = new ComponentContext(office.Member);

        var before = Open<BudgetStatement>(tab, ReportAddress.StatementOf(Office.Year, Office.Day.AddDays(-1), ReportAddress.Hide));
        before.Sees("as of 14 January 2026 nothing of it was approved yet");
        before.NoLongerSees("Operating");
        before.Type("As of", "2026-03-31");

        Navigation(tab).Uri.Should().EndWith(ReportAddress.StatementOf(Office.Year, new DateOnly(2026, 3, 31), ReportAddress.Hide));
    }

    [Theory]
    [InlineData("?asOf=2026-13-45", "“2026-13-45” isn’t a day, such as 2026-11-21. This is as of today.")]
    [InlineData("?year=soon", "No approved budget for “soon”")]
    [InlineData("?year=2019", "Budgets are approved for 2026.")]
    [InlineData("?year=99999999999", "No approved budget for “99999999999”")]
    public async Task Statement_OfNonsense_SaysWhatIsThere(string query, string sentence)
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Member);

        Open<BudgetStatement>(tab, $"{ReportAddress.Statement}{query}").Sees(sentence);
    }

    [Fact]
    public async Task WithoutABudget_PagesSayWhatComesFirst()
    {
        var viewer = await fixture.World.MemberAsync(await fixture.World.OrganizationAsync(), Role.Viewer);
        await using var tab = new ComponentContext(viewer);
        await using var other = new ComponentContext(viewer);

        Open<BudgetStatement>(tab, ReportAddress.Statement).Sees("No budget is approved yet");
        Open<BudgetAgeing>(other, ReportAddress.Ageing).Sees("Nothing is due");
    }

    [Fact]
    public async Task RegistryOfAnotherOrganization_IsNotThere()
    {
        var (office, eve) = (await SpentAsync(), await fixture.World.OrganizationAsync("Eve's"));
        await using var tab = new ComponentContext(eve);

        var page = OpenRegistry(tab, ReportAddress.RegistryOf(office.Budget.Id));

        page.Sees("Not here");
        page.NoLongerSees("Paper Ltd");
    }

    [Fact]
    public async Task ReportsWithoutAnId_ShowNothingOfAnotherOrganization()
    {
        var eve = await fixture.World.OrganizationAsync("Eve's");
        await SpentAsync();
        await using var tab = new ComponentContext(eve);
        await using var other = new ComponentContext(eve);

        Open<BudgetAgeing>(tab, ReportAddress.Ageing).Sees("Nothing is due");
        Open<BudgetStatement>(other, ReportAddress.StatementOf(Office.Year, asOf: null)).Sees("No budget is approved yet");
    }

    [Fact]
    public async Task Registry_LeadsToTheRecordOfEachLine_WithBalancesBehindIt()
    {
        var office = await SpentAsync();
        await using var tab = new ComponentContext(office.Member);

        var page = OpenRegistry(tab, ReportAddress.RegistryOf(office.Budget.Id));

        page.Sees("Approval");
        page.Rows().Select(r => string.Join(' ', Words(r.Children).Skip(3))).Should().Equal(
            "1,000.00 1,000.00 0.00 0.00", "300.00 700.00 300.00 0.00", "100.00 700.00 200.00 100.00", "30.00 700.00 200.00 70.00");
        var spending = new SpendingView(office.Proposal.Id, office.Budget.Id, office.Allotment.Id);
        var links = page.Rows().Select(r => r.ByRole(AriaRole.Link).GetAttribute("href")).ToList();
        links[0].Should().Be(BudgetsHeader.AddressOf(office.Budget));
        links[1].Should().Be(spending.Address);
        links[3].Should().Be(links[2]).And.StartWith($"{spending.Address}&obligation=");
    }

    [Fact]
    public async Task Registry_HeedsOnlyWhatAnAddressCanMean()
    {
        var office = await SpentAsync();
        await using var tab = new ComponentContext(office.Member);

        var page = OpenRegistry(tab, $"{ReportAddress.RegistryOf(office.Budget.Id)}?category=7&figure=sum&quarter=5&asOf=soon");

        foreach (var sentence in new[] { "“7” isn’t a category", "“sum” isn’t a figure of the statement", "“5” isn’t a quarter from 1 to 4", "“soon” isn’t a day" })
        {
            page.Sees(sentence);
        }

        page.Rows().Should().HaveCount(4);
        await using var other = new ComponentContext(office.Member);
        OpenRegistry(other, ReportAddress.RegistryOf(office.Budget.Id, new RegistryFilter(AsOf: new DateOnly(2025, 12, 31)))).Sees("Nothing of it had happened until the end of 31 December 2025.");
    }

    [Fact]
    public async Task Ageing_HasBuckets_AndLeadsToWhatIsDue()
    {
        var office = await SpentAsync();
        await using var tab = new ComponentContext(office.Member);

        var page = Open<BudgetAgeing>(tab, ReportAddress.AgeingOf(new DateOnly(2026, 3, 20)));

        page.Sees("1 obligation in all");
        page.ByRole(AriaRole.Img).AccessibleName().Should().Be("61–90 days: Due $20.00");
        Words(page.Rows()[0].Children).Should().Equal("01/15/2026", "64", "2026-0001", "Paper Ltd Paper", "20.00");
        page.Rows()[0].ByRole(AriaRole.Link).GetAttribute("href").Should().StartWith(new SpendingView(office.Proposal.Id, office.Budget.Id, office.Allotment.Id).Address);
        await using var other = new ComponentContext(office.Member);
        Open<BudgetAgeing>(other, ReportAddress.AgeingOf(new DateOnly(2026, 1, 14))).Sees("Whatever was accepted until 14 January 2026 was paid on that day.");
    }

    // Of 300 allotted 100 are obligated, 50 of which are accepted and 30 paid.
    private async Task<Office> SpentAsync()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.ActiveAsync(100);
        await office.DeliveredAsync(obligation, 50, Office.Day);
        await office.PaidAsync(obligation, 30);
        return office;
    }

    private static IReadOnlyList<string> Cells(OpenPage page, string row) => Words(page.Row(row).Children.Skip(1));

    private static IReadOnlyList<string> Words(IEnumerable<AngleSharp.Dom.IElement> elements) => [.. elements.Select(e => e.Words())];

    private static NavigationManager Navigation(ComponentContext tab) => tab.Services.GetRequiredService<NavigationManager>();

    private static OpenPage OpenRegistry(ComponentContext tab, string address) =>
        Open<BudgetRegistry>(tab, address, (nameof(BudgetRegistry.Id), Guid.Parse(address.Split('/', '?')[3])));

    private static OpenPage Open<TPage>(ComponentContext tab, string address, params (string, object)[] parameters)
        where TPage : IComponent
    {
        Navigation(tab).NavigateTo(address);
        return tab.Open<TPage>(parameters);
    }
}
