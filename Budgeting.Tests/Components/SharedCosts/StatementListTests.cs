using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>The statements below a balance sheet, and the page of one.</summary>
public sealed class StatementListTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private SharedHouse _house = null!;
    private ComponentContext _tab = null!;

    private TestActor Admin => _house.Costs.Actor;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _house = await SharedHouse.CreateAsync(await _world.OrganizationAsync());
        _tab = new ComponentContext(Admin);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Statements_AreIssuedByAnAdmin_OnceThePeriodIsClosed()
    {
        var page = Show(_tab, _house.January);
        page.WordsOf(AriaRole.Button).Should().NotContain(b => b.StartsWith("Issue"));
        await _house.Costs.CloseAsync(_house.January);

        page.ByRole(AriaRole.Button, "Issue statements").Click();

        page.WaitForAssertion(() => page.Items("Statements").Should().HaveCount(6).And.ContainSingle(i => i.AllByRole(AriaRole.Link, "Ann, statement 1").Count == 1));
        _tab.Told.Should().Contain("6 statements issued.");
        await using var viewer = new ComponentContext(await _world.MemberAsync(Admin, Role.Viewer));
        var theirs = Show(viewer, _house.January);
        theirs.WordsOf(AriaRole.Button).Should().NotContain(b => b.StartsWith("Issue"));
        theirs.Items("Statements").Should().HaveCount(6);
    }

    [Fact]
    public async Task Statements_WithoutAnAccountToPayTo_SaySoBeforeTheyAreIssued()
    {
        await _house.Costs.CloseAsync(_house.January);
        var page = Show(_tab, _house.January);
        page.Markup.Should().NotContain("No account is known");

        await _house.Costs.Actor.Organizations.UpdateAsync(new Core.Organizations.OrganizationInput { Name = "Elm", Currency = "EUR" }, null, default);

        Show(_tab, _house.January).WordsOf(AriaRole.Paragraph).Should().Contain("No account is known: set the fund's IBAN in Settings, so that statements say where to pay.");
    }

    [Fact]
    public async Task Statements_ThatDoNotHoldAnyMore_SaySo()
    {
        await CorrectAsync();

        var page = Show(_tab, _house.January);

        page.WaitForAssertion(() => page.WordsOf(AriaRole.Paragraph).Should().Contain("1 statement is outdated: the figures of its owner changed since it was issued. Issue statements once more to correct that."));
        page.Items("Statements").Single(i => i.Words().Contains("Outdated")).Words().Should().StartWith("Ann, statement 1");
        await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default);
        page.WaitForAssertion(() => page.Markup.Should().NotContain("utdated"));
    }

    [Fact]
    public async Task Statements_AreOneRowForEachOwner_WithTheAmount_AndEarlierOnesFoldedUnderIt()
    {
        await CorrectAsync();
        await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default);

        var page = Show(_tab, _house.January);

        var rows = page.Items("Statements").Where(i => i.ClassList.Contains("item")).ToList();
        rows.Select(r => r.AllByRole(AriaRole.Link)[0].Words()).Should().Equal(
            "Ann, statement 7", "Ben, statement 2", "Cleo, statement 3", "Dan, statement 4", "Eve, statement 5", "Fay, statement 6");
        rows.Select(r => r.Words()).Should().SatisfyRespectively(
            ann => ann.Should().Contain("Gets back €8.34"), ben => ben.Should().Contain("Gets back €83.34"), cleo => cleo.Should().Contain("Owes €21.67"),
            dan => dan.Should().Contain("Owes €16.67"), eve => eve.Should().Contain("Owes €16.67"), fay => fay.Should().Contain("Owes €16.67"));
        rows[0].QuerySelector("details")!.Words().Should().StartWith("1 earlier statement Statement 1");
        page.FindAll("details").Should().ContainSingle();
    }

    [Fact]
    public async Task Statement_SaysOnItsPageWhetherItHolds()
    {
        var first = await CorrectAsync();
        var page = _tab.Open<StatementDetails>(("Id", first));
        page.Sees("This doesn't hold any more: the figures changed since.");

        var correction = (await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default)).Issued[0];

        page.Sees("it was corrected by statement 7");
        page.ByRole(AriaRole.Link, "statement 7").GetAttribute("href").Should().Be($"/costs/statements/{correction.Id}");
    }

    [Fact]
    public async Task Statements_OfAStaleSheet_WaitForTheEarlierPeriod()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(february);

        var page = Show(_tab, february);

        page.Markup.Should().Contain("statements can be issued when that is closed");
        page.WordsOf(AriaRole.Button).Should().NotContain(b => b.StartsWith("Issue"));
    }

    [Fact]
    public async Task ManyStatements_AreShownInPagesOfTheirOwn()
    {
        await _house.Costs.OwnersAsync(96);
        await _house.Costs.CloseAsync(_house.January);
        await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default);
        var page = Show(_tab, _house.January);
        page.Items("Statements").Should().HaveCount(100);
        page.ByRole(AriaRole.Navigation, "Pages of statements").ByRole(AriaRole.Link, "Next").GetAttribute("href").Should().EndWith("?statements=2");

        page.Render(p => p.Add(s => s.StatementsPage, "2"));

        page.WaitForAssertion(() => page.Items("Statements").Should().HaveCount(2).And.NotContain(i => i.AllByRole(AriaRole.Link, "Ann, statement 1").Count == 1));
        page.Rows().Should().HaveCount(100);
    }

    /// <returns>Ann's statement, whose figures were corrected since.</returns>
    private async Task<Guid> CorrectAsync()
    {
        await _house.Costs.CloseAsync(_house.January);
        var issued = (await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default)).Issued;
        await _house.Costs.ReopenAsync(_house.January);
        await _house.Costs.ContributionAsync(_house.January, _house.Owners[0], 5);
        await _house.Costs.CloseAsync(_house.January);
        return issued[0].Id;
    }

    private static IRenderedComponent<BalanceSheetView> Show(ComponentContext tab, PeriodDto period, string until = "table") =>
        tab.RenderUntil<BalanceSheetView>(until, p => p.Add(s => s.Period, period));
}
