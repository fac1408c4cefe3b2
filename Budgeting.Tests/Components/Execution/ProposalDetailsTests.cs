using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>A proposal from its first program budget to its approval, as its page leads through it.</summary>
public sealed class ProposalDetailsTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _admin = null!;
    private TestActor _member = null!;
    private ProgramDto _program = null!;
    private ProposalDto _proposal = null!;

    public async Task InitializeAsync()
    {
        _admin = await fixture.World.OrganizationAsync("Office");
        _member = await fixture.World.MemberAsync(_admin, Role.Member, "Mia");
        _program = await _admin.ProgramAsync("1000");
        _proposal = await _member.ProposalAsync(2027);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ADraft_SaysWhatIsMissing_AndCanBeSubmittedOnceNothingIs()
    {
        var budget = await _member.Get<ProgramBudgetsService>().AddAsync(_proposal.Id, new ProgramBudgetInput { ProgramId = _program.Id, RequestedAmount = 100 }, default);
        await using var tab = new ComponentContext(_member);
        var page = Open(tab);
        page.WaitFor(() => page.Items("Before submitting").Select(i => i.Words()).Should().Equal(
            "1000 Program 1000: Line items come to $0.00, and $100.00 is requested. Make them equal.", "1000 Program 1000: Add a justification."));
        page.Buttons.Should().NotContain("Submit…");
        page.AllByRole(AriaRole.Link, "1000 Program 1000").Select(l => l.GetAttribute("href")).Should().HaveCount(3).And.AllBe($"/budgets/program-budgets/{budget.Id}");

        await _member.Get<LineItemsService>().AddAsync(budget.Id, new LineItemInput { Description = "Books", Quantity = 4, UnitCost = 25 }, default);
        await _member.Get<JustificationsService>().AddAsync(budget.Id, new JustificationInput { Text = "Needed" }, default);
        page.Press("Submit…");
        page.Answer("Submit");

        page.Sees("You made this proposal, so somebody else approves it: Ada.");
        page.Buttons.Should().NotContain(["Approve…", "Reject…", "Submit…"]);
    }

    [Fact]
    public async Task AnApprover_WhoMadeIt_MayRejectAndNotApprove_AndIsToldWhoCan()
    {
        var approver = await fixture.World.MemberAsync(_admin, Role.Approver, "Paul");
        _proposal = await approver.ProposalAsync(2028);
        await SubmittedAsync(100);
        await using var tab = new ComponentContext(approver);

        var page = Open(tab);

        page.Sees("You made this proposal, so somebody else approves it: Ada.");
        page.Buttons.Should().Contain("Reject…").And.NotContain("Approve…");
    }

    [Fact]
    public async Task AnApprover_WhoWroteALineItem_MayNotApprove_AndItWaitsForOthers()
    {
        var approver = await fixture.World.MemberAsync(_admin, Role.Approver, "Paul");
        var budget = await _member.ProgramBudgetAsync(_proposal, _program, 100);
        var line = (await _member.Get<LineItemsService>().ListAsync(budget.Id, PageRequest.First, default)).Items[0];
        await approver.Get<LineItemsService>().UpdateAsync(line.Id, line.ToInput() with { Description = "Mine" }, version: null, default);
        await _member.Get<ProposalsService>().SubmitAsync(_proposal.Id, version: null, default);
        await using var tab = new ComponentContext(approver);

        var page = Open(tab);

        page.Sees("You wrote some of it, so somebody else approves it: Ada.");
        page.Buttons.Should().Contain("Reject…").And.NotContain("Approve…");
        (await approver.Get<InboxService>().PageAsync(default)).Proposals.Should().BeEmpty();
        (await _admin.Get<InboxService>().PageAsync(default)).Proposals.Should().ContainSingle();
        (await approver.Get<InboxService>().NowAsync(today: null, default)).Waiting.Should().Be(0);
    }

    [Fact]
    public async Task AViewer_ReadsAndChangesNothing()
    {
        await _member.ProgramBudgetAsync(_proposal, _program, 100);
        await using var tab = new ComponentContext(await fixture.World.MemberAsync(_admin, Role.Viewer));
        var page = Open(tab);
        page.Sees("Nothing is missing");

        page.Buttons.Should().NotContain(["Add program budget", "Submit…", "Edit proposal", "Delete proposal"]);
    }

    [Fact]
    public async Task Rejected_SaysWhy_AndIsTakenBackWithAReason()
    {
        await SubmittedAsync(100);
        await using var tab = new ComponentContext(_member);
        var page = Open(tab);
        await _admin.Get<ProposalsService>().RejectAsync(_proposal.Id, "Too dear", version: null, default);
        page.Sees("Rejected: Too dear");

        page.Press("Take back to a draft…");
        page.Submit();
        page.Sees("Enter the reason.");
        page.Type("Reason", "Cheaper now");
        page.Submit();

        page.Sees("Taken back to a draft: Cheaper now");
        page.Buttons.Should().Contain("Add program budget");
    }

    [Fact]
    public async Task ApprovedByAnother_ShowsWhatWasApprovedAndMovedSince()
    {
        var budget = await SubmittedAsync(200);
        await using var tab = new ComponentContext(_member);
        var page = Open(tab);
        page.Sees("Waits for approval");

        await _admin.ApproveAsync(_proposal, (budget.Id, 150));
        await _admin.Get<AdjustmentsService>().AdjustAsync(budget.Id, new AdjustmentInput { Amount = -20, Reason = "Less rain", AuthorityNo = "7" }, version: null, default);

        page.WaitFor(() => page.Row("1000 Program 1000").Children.Skip(1).Take(5).Select(c => c.Words()).Should().Equal(
            "Requested 200.00", "Approved 150.00 −25.0 %", "Adjustments −20.00", "Adjusted 130.00", "Not allotted 130.00"));
        page.ByRole(AriaRole.Region, "Totals").Words().Should().StartWith("Adjusted $130.00").And.Contain("Requested $200.00 Approved $150.00 Approved less requested −$50.00 (−25.0 %) Not yet allotted $130.00");
        page.Items("Adjustments").Single().Words().Should().Contain("Cut").And.Contain("Less rain · authority no. 7").And.EndWith("−$20.00");
        page.Buttons.Should().NotContain(["Reallocate…", "Supplement or cut…"]);
    }

    private OpenPage Open(ComponentContext tab) => tab.Open<ProposalDetails>(("Id", _proposal.Id));

    private async Task<ProgramBudgetDto> SubmittedAsync(decimal requested)
    {
        var budget = await _member.ProgramBudgetAsync(_proposal, _program, requested);
        await _member.Get<ProposalsService>().SubmitAsync(_proposal.Id, version: null, default);
        return budget;
    }
}
