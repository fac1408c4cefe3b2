using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class MyBalanceTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ann = null!;
    private SharedHouse _house = null!;
    private ComponentContext _tab = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        var admin = await _world.OrganizationAsync();
        _ann = await _world.MemberAsync(admin, Role.Viewer, "Ann");
        _house = await SharedHouse.CreateAsync(admin, _ann.MemberId);
        _tab = new ComponentContext(_ann);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public void GettingBack_IsSaidFirst_AndAddsUpInPlainWords()
    {
        var page = _tab.Open<MyBalance>();

        page.Sees("So far you get back €3.34.");
        page.All("summary").Select(p => p.Words()).Should().Equal("Contributions+20.00", "Share of costs−16.66");
        page.Sees("To get back€3.34");
        page.All("details")[1].Words().Should().ContainAll("Repairs: 1 of 6 properties", "€16.66 of €100.00", "Flat 1", "€0.01 less so that all shares add up");
        page.Sees("Tell an admin your IBAN");
        page.AllByRole(AriaRole.Img).Should().BeEmpty();
    }

    [Fact]
    public async Task Member_EntersTheirOwnAccount_AndAViewerDoesNot()
    {
        var member = await _world.MemberAsync(_house.Costs.Actor, Role.Member, "Ben");
        await _house.Costs.Owners.UpdateAsync(_house.Owners[1].Id, _house.Owners[1].ToInput() with { MemberId = member.MemberId }, null, default);
        await using var tab = new ComponentContext(member);
        var page = tab.Open<MyBalance>();
        page.Sees("Enter your IBAN");

        page.Press("Your e-mail and account");
        page.Type("IBAN", "gb82 west 1234 5698 7654 32");
        page.Submit();
        page.Sees("what you get back is known when 2026-01 is closed");
        await _house.Costs.CloseAsync(_house.January);

        page.Sees("the fund pays it to your account GB82 WEST 1234 5698 7654 32");
        _tab.Open<MyBalance>().Buttons.Should().BeEmpty();
    }

    [Fact]
    public async Task Owing_IsSaidFirst_WithWhereToPay_AndFollowsWhatIsRecorded()
    {
        await _house.Costs.ChargeAsync(_house.January, _house.Owners[0], 126.74m);

        var page = _tab.Open<MyBalance>();

        page.Sees("So far you owe €123.40: €111.74 to the fund and €11.66 to Ben.");
        page.Sees("Pay €11.66 to Ben, whose account isn't known here.");
        page.Sees("DE89 3704 0044 0532 0130 00");
        page.ByRole(AriaRole.Img).AccessibleName().Should().Be("Payment code: €111.74 to Elm Street 7");
        await _house.Costs.ContributionAsync(_house.January, _house.Owners[0], 123.40m);
        page.Sees("So far you are even.");
        page.Sees("there is nothing to pay");
    }

    [Fact]
    public async Task WhatNobodysShareIsKnownOf_IsNamed()
    {
        var costs = _house.Costs;
        await costs.ExpenseAsync(_house.January, 600, await costs.ItemAsync(_house.January, AllocationStrategy.UsageBased, type: "Heating"));

        var page = _tab.Open<MyBalance>();

        page.Sees("So far you get back €3.34.");
        page.Sees("Not in here yet: Heating.");
        page.Sees("€600.00 isn't shared yet, so this will change.");
    }

    [Fact]
    public async Task Owing_WithoutAnAccount_SaysWhomToAsk()
    {
        await _house.Costs.Actor.Organizations.UpdateAsync(new OrganizationInput { Name = "Elm", Currency = "EUR" }, null, default);
        await _house.Costs.ChargeAsync(_house.January, _house.Owners[0], 100);

        var page = _tab.Open<MyBalance>();

        page.Sees("Ask an admin where to pay.");
        page.Text.Should().NotContain("in the settings");
        var theirs = Show(_tab, _house.January, _house.Owners[2]);
        theirs.WaitForAssertion(() => theirs.Markup.Should().ContainAll("What comes next", "Cleo pays it to Ben. The account is shown to Cleo and to admins."));
        await using var tab = new ComponentContext(_house.Costs.Actor);
        var anns = Show(tab, _house.January, _house.Owners[0]);
        anns.WaitForAssertion(() => anns.Markup.Should().ContainAll("so Ann isn't told where to pay", "Enter its IBAN in the settings"));
    }

    [Fact]
    public async Task WithoutPeriods_AnAdminIsLedToWhatComesFirst()
    {
        await using var tab = new ComponentContext(await _world.OrganizationAsync("Other"));

        var page = tab.Open<MyBalance>();

        page.Sees("Nothing to share yet");
        page.ByRole(AriaRole.Link, "See what comes first").GetAttribute("href").Should().Be("/costs");
    }

    [Fact]
    public async Task ClosedPeriod_SaysWhereItWentOn_AndHasTheStatement()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(_house.January);
        await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default);

        var page = Show(_tab, _house.January, _house.Owners[0]);

        page.WaitForAssertion(() => page.Markup.Should().Contain("At the end of 2026-01, the fund owed you €3.34."));
        page.ByRole(AriaRole.Link, "2026-02").GetAttribute("href").Should().Be($"/costs/periods/{february.Id}/owners/{_house.Owners[0].Id}");
        page.Items("Statements").Should().ContainSingle().Which.ByRole(AriaRole.Link, "Statement 1");
        page.AllByRole(AriaRole.Button).Should().BeEmpty("a viewer issues nothing");
    }

    [Fact]
    public async Task Statement_ThatIsOutdated_IsPointedOutToItsOwner()
    {
        await _house.Costs.CloseAsync(_house.January);
        await _house.Costs.Statements.IssueAsync(_house.January.Id, ownerId: null, default);
        await _house.Costs.ReopenAsync(_house.January);
        await _house.Costs.ContributionAsync(_house.January, _house.Owners[0], 5);
        await _house.Costs.CloseAsync(_house.January);

        var page = Show(_tab, _house.January, _house.Owners[0]);

        page.WaitForAssertion(() => page.WordsOf(AriaRole.Paragraph).Should().ContainSingle(p => p.Contains("outdated")).Which.Should().Be(
            "Statement 1 is outdated: the figures changed since, and those above count."));
    }

    [Fact]
    public async Task PeriodBeforeThatIsOpen_IsPointedOut()
    {
        await _house.Costs.MonthAsync(2);

        var page = Show(_tab, (await _house.Costs.Periods.ListAsync(default))[0], _house.Owners[0]);

        page.WaitForAssertion(() => page.WordsOf(AriaRole.Paragraph).Should().Contain("2026-01 isn't closed yet: what it comes to isn't in here. See 2026-01"));
    }

    [Fact]
    public async Task PeriodBeforeThatIsReopened_MayStillChangeWhatIsCarriedOver()
    {
        var february = await _house.Costs.MonthAsync(2);
        await _house.Costs.CloseAsync(_house.January, confirm: true);
        await _house.Costs.ReopenAsync(_house.January);

        var page = Show(_tab, february, _house.Owners[0]);

        page.WaitForAssertion(() => page.WordsOf(AriaRole.Paragraph).Should().Contain("2026-01 is reopened: what was carried over from it may still change. See 2026-01"));
    }

    [Fact]
    public async Task Another_IsSpokenOfByName_AndPaidOutByTheAdminWhoLooks()
    {
        await _house.Costs.Owners.UpdateAsync(_house.Owners[1].Id, _house.Owners[1].ToInput() with { Iban = "GB82WEST12345698765432" }, null, default);
        await _house.Costs.CloseAsync(_house.January);
        await using var tab = new ComponentContext(_house.Costs.Actor);

        var page = Show(tab, _house.January, _house.Owners[1]);

        page.ByRole(AriaRole.Heading, "Ben gets back €83.34.");
        page.WordsOf(AriaRole.Definition).Should().Contain("GB82 WEST 1234 5698 7654 32");
        page.ByRole(AriaRole.Heading, "Ben");
    }

    [Fact]
    public async Task SomebodyWhoIsNoOwner_IsToldKindly()
    {
        await using var tab = new ComponentContext(await _world.MemberAsync(_house.Costs.Actor, Role.Member, "Max"));

        tab.Open<MyBalance>().Sees("Ask an admin to link you to yours");
    }

    [Fact]
    public async Task AnotherOrganizationsOwner_IsNotHere()
    {
        await using var tab = new ComponentContext(await _world.OrganizationAsync("Other"));

        var page = Show(tab, _house.January, _house.Owners[0]);

        page.ByRole(AriaRole.Alert).Words().Should().StartWith("Not here");
        page.Markup.Should().NotContain("Ann");
    }

    private static IRenderedComponent<MyBalance> Show(ComponentContext tab, PeriodDto period, OwnerDto owner) =>
        tab.Render<MyBalance>(p => p.Add(m => m.Id, period.Id).Add(m => m.OwnerId, owner.Id));
}
