using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class SpendingTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public void Meter_ShowsEachLevelWithoutTheNext_AndAddsUpToWhatIsApproved()
    {
        var meter = SpendingMeter.Of(1000, new SpendingSums(Allotted: 700, Obligated: 300.5m, Disbursed: 100.25m), Currency.Of("USD"));

        meter.Segments.Select(s => s.Amount).Should().Equal(100.25m, 200.25m, 399.5m);
        (meter.Remaining, meter.RemainingLabel).Should().Be((300, "Not allotted"));
    }

    [Fact]
    public void View_OpensOneOfEachLevel_AndClosesWhatIsOpen()
    {
        var (proposal, program, allotment, obligation) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var view = new SpendingView(proposal, program, allotment, obligation, SpendingView.StatusOf("active"));

        view.Address.Should().Be($"/budgets/{proposal}/spending?program={program}&allotment={allotment}&obligation={obligation}&status=active");
        view.ToggleAllotment(allotment).Address.Should().Be($"/budgets/{proposal}/spending?program={program}&status=active");
        view.ToggleProgram(program).Address.Should().Be($"/budgets/{proposal}/spending?status=active");
        SpendingView.StatusOf("7").Should().BeNull();
    }

    [Fact]
    public async Task Page_ShowsAProgramsQuarters_AndWhatIsOpenInTheAddress()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await office.PaidAsync(await office.ActiveAsync(100), 40);
        await using var tab = new ComponentContext(office.Member);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&status=active");

        page.Sees("2026-0001");
        page.AllByRole(AriaRole.Cell).Select(c => c.TextContent.Trim()).Take(5).Should().Equal("300.00", "0.00", "0.00", "0.00", "300.00");
        page.ByRole(AriaRole.Link, "Active 1").GetAttribute("aria-current").Should().Be("page");
        page.Buttons.Should().Contain("Request obligation").And.NotContain(["Add allotment", "Plan evenly over four quarters"], "a member requests, and doesn't allot");
    }

    [Fact]
    public async Task WhatOneRequested_IsLeftToOthers_WhoAreNamed()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var own = await office.Approver.ObligationAsync(office.Allotment, 10);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={own.Id}");

        page.Sees("You requested this, so somebody else approves and pays it: Ada.");
        page.Buttons.Should().Contain("Cancel obligation").And.NotContain("Approve");
        await office.Admin.Get<ObligationsService>().ApproveAsync(own.Id, version: null, default);

        page.Sees("You requested this, so somebody else pays it: Ada.");
        page.Buttons.Should().Contain("Liquidate").And.NotContain("Pay");
    }

    [Fact]
    public async Task Paying_SaysWhatIsDue_AndWarnsOfMoreThanWasAccepted()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.ActiveAsync(200);
        await office.DeliveredAsync(obligation, 80, Office.Day);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={obligation.Id}");
        page.Press("Pay");
        page.Sees("$80.00 is due.");
        page.NoLongerSees("more than was accepted");

        page.Field("Amount ($)").Input("90");
        page.Sees("That is $10.00 more than was accepted.");
        await office.PaidAsync(obligation, 30);

        page.Sees("$50.00 is due.");
        page.Sees("With what is paid already, that is $40.00 more than was accepted.");
        page.Submit();
        page.WaitFor(() => page.AllByRole(AriaRole.Dialog).Should().BeEmpty("more than is due can be paid"));
    }

    [Theory]
    [InlineData(1, "Quarter 4")]
    [InlineData(7, "Quarter 3")]
    public async Task ASupplementalRelease_IsForTodaysQuarter_OrForTheLastWithAnAllotmentOutsideTheYear(int startMonth, string quarter)
    {
        var admin = await fixture.World.OrganizationAsync();
        await admin.Organizations.UpdateAsync(new OrganizationInput { Name = "Office", Currency = "USD", FiscalYearStartMonth = startMonth }, version: null, default);
        var office = await Office.CreateAsync(admin);
        var last = (await office.Approver.Get<AllotmentsService>().PlanEvenlyAsync(office.Other.Id, default))[^1];
        await office.Approver.Get<AllotmentsService>().CancelAsync(last.Id, "Not needed", version: null, default);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Other.Id}");

        page.Press("Supplemental release");

        page.Dialog().ByRole(AriaRole.Heading, "Supplemental release");
        (page.ChosenOf("Quarter"), page.ChosenOf("Status")).Should().Be((quarter, "Released"));
        page.Sees("why is there another?");
    }

    [Fact]
    public async Task AnAllotment_BeginsInTheFirstFreeQuarter_AndAsksWhyWhereThereIsOne()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Budget.Id}");

        page.Press("Add allotment");
        page.Dialog();
        page.ChosenOf("Quarter").Should().Be("Quarter 2");
        page.NoLongerSees("why is there another?");
        page.Choose("Quarter", "Quarter 1");
        page.Sees("why is there another?");
        page.Field("Amount ($)").Input("700.01");
        page.Sees("−$0.01");
        page.Type("Reason", "More is needed");
        page.Submit();

        page.WaitFor(() => page.Errors.Should().Equal("Only $700.00 is left of the approved amount."));
    }

    [Fact]
    public async Task AnAmountThatIsNone_IsSaidAtItsField_AndNothingIsWritten()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Member);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}");
        page.Press("Request obligation");
        page.Type("Payee", "Paper Ltd");
        page.Type("Description", "Paper");
        using var shell = fixture.World.Shell();
        var before = shell.DumpOf(office.Admin.OrganizationId);

        foreach (var amount in new[] { "", "0", "-1", "0.001", "10000000000000", "1e13", "NaN" })
        {
            page.Field("Amount ($)").Input(amount);
            page.Submit();
            page.WaitFor(() => page.All("[aria-invalid=true]").Should().ContainSingle("of “{0}”", amount).Which.AccessibleName().Should().Be("Amount ($)"));
        }

        shell.DumpOf(office.Admin.OrganizationId).Should().Be(before);
    }

    [Fact]
    public async Task PlanningEvenly_FillsFourQuarters()
    {
        var office = await Office.CreateAsync(fixture.World.Services, other: 100.01m);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Other.Id}");

        page.Press("Plan evenly over four quarters");

        page.Sees("25.01");
        (await office.Member.Get<SpendingService>().AllotmentsAsync(office.Other.Id, default)).Select(a => a.Amount).Should().Equal(25, 25, 25, 25.01m);
    }

    [Fact]
    public async Task Inbox_OfAMember_SaysWhoFindsWhatThere()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await office.RequestedAsync(10);
        await using var tab = new ComponentContext(office.Member);

        var page = tab.Open<BudgetInbox>();

        page.Sees("Nothing waits for you");
        page.Sees("Approvers find here what others submit and request");
    }

    [Fact]
    public async Task APlannedAllotment_IsEditedAndDeleted_WithAWayBack()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var planned = await office.Approver.AllotmentAsync(office.Budget, 100, quarter: 2, AllotmentStatus.Planned);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={planned.Id}");

        page.Press("Edit allotment");
        page.Field("Amount ($)").Input("150");
        page.Submit();
        page.WaitFor(() => page.Rows().Should().Contain(r => r.TextContent.Contains("150.00")));
        page.Buttons.Should().NotContain("Cancel allotment", "what is only planned is deleted");
        page.Cell("Quarter 2", "Not obligated").Words().Should().Be("after release");
        page.Press("Delete allotment");

        page.WaitFor(() => page.Text.Should().NotContain("150.00"));
        await tab.Services.GetRequiredService<UndoableActions>().UndoAsync();
        page.Sees("150.00");
    }

    [Fact]
    public async Task ARequestedObligation_IsEditedAndCancelledByWhoRequestedIt_WhichKeepsItsReference()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var requested = await office.RequestedAsync(70);
        await using var tab = new ComponentContext(office.Member);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={requested.Id}");
        page.WaitFor(() => page.Buttons.Should().Contain(["Edit obligation", "History"]).And.NotContain("Delete obligation"));

        page.Press("Cancel obligation");
        page.Type("Reason", "Not needed");
        page.Submit();

        page.Sees("Cancelled 1");
        (await office.RequestedAsync(10)).ReferenceNo.Should().Be("2026-0002");
    }

    [Fact]
    public async Task WhatWasReleasedOrApproved_HasNothingButItsHistory()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var approved = await office.ActiveAsync(70);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={approved.Id}");

        page.WaitFor(() => page.Buttons.Should().Contain("More for 2026-0001"));
        page.Buttons.Should().Contain("History").And.NotContain(["Edit allotment", "Delete allotment", "Edit obligation", "Delete obligation"]);
    }

    [Fact]
    public async Task ARequest_OfSomebodyElse_IsNotAMembersToEditOrDelete()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var theirs = await office.Approver.ObligationAsync(office.Allotment, 10);
        await using var tab = new ComponentContext(office.Member);
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={theirs.Id}");

        page.WaitFor(() => page.Buttons.Should().Contain("More for 2026-0001"));
        page.Buttons.Should().Contain("History").And.NotContain(["Edit obligation", "Delete obligation"]);
    }

    [Theory]
    [InlineData("More for Quarter 1", "Status: Released")]
    [InlineData("More for 2026-0001", "Status: Requested")]
    [InlineData("More for the payment of $40.00", "Amount: $40.00")]
    [InlineData("More for Delivery", "Unit cost: $40.00")]
    public async Task EachRow_HasItsHistory_ForAViewerToo(string menu, string told)
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.ActiveAsync(100);
        await office.PaidAsync(obligation, 40);
        await office.DeliveredAsync(obligation, 40);
        await using var tab = new ComponentContext(await office.Admin.Services.MemberAsync(office.Admin, Role.Viewer, "Vera"));
        var page = Open(tab, office, $"?program={office.Budget.Id}&allotment={office.Allotment.Id}&obligation={obligation.Id}");
        page.WaitFor(() => page.Buttons.Should().Contain(menu));

        page.ByRole(AriaRole.Group, menu).ByRole(AriaRole.Button, "History").Click();

        page.WaitFor(() => page.Dialog().TextContent.Should().Contain(told));
        page.Buttons.Should().NotContain(b => b.StartsWith("Restore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheInboxsLink_CountsWhatWaits_AndGoesOnCounting()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await office.RequestedAsync(10);
        await using var tab = new ComponentContext(office.Approver);
        var page = tab.Open<InboxLink>();
        page.Sees("1 thing waits for you");

        await office.RequestedAsync(20);

        page.Sees("2 things wait for you");
        await using var member = new ComponentContext(office.Member);
        member.Open<InboxLink>().Text.Should().NotContain("wait");
    }

    [Fact]
    public async Task Home_HasTheMeterOfThisYearsBudget_AndWhatWaits_OnceThereIsSomething()
    {
        var admin = await fixture.World.OrganizationAsync();
        await using var nobody = new ComponentContext(admin);
        nobody.Open<BudgetsOnHome>().Text.Trim().Should().BeEmpty();

        var office = await Office.CreateAsync(admin);
        await office.RequestedAsync(100);
        await using var tab = new ComponentContext(office.Approver);
        var page = tab.Open<BudgetsOnHome>();

        page.Sees("1 thing waits for you");
        page.Sees("$1,200.00 of $1,500.00 not allotted.");
        page.ByRole(AriaRole.Meter, "Budget 2026");
        await office.ActiveAsync(50);
        page.WaitFor(() => page.Find("figure").TextContent.Should().Contain("$150.00"));
    }

    private static OpenPage Open(ComponentContext tab, Office office, string query)
    {
        tab.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo($"/budgets/{office.Proposal.Id}/spending{query}");
        return tab.Open<BudgetSpending>((nameof(BudgetSpending.Id), office.Proposal.Id));
    }
}
