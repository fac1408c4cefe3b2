using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>Approving: what is approved beside what was requested.</summary>
public sealed class ApproveFormTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _admin = null!;
    private TestActor _member = null!;
    private ProposalDto _proposal = null!;

    public async Task InitializeAsync()
    {
        _admin = await fixture.World.OrganizationAsync("Office");
        _member = await fixture.World.MemberAsync(_admin, Role.Member, "Mia");
        _proposal = await _member.ProposalAsync(2027);
        await _member.ProgramBudgetAsync(_proposal, await _admin.ProgramAsync("1000"), 200);
        await _member.ProgramBudgetAsync(_proposal, await _admin.ProgramAsync("2000"), 0);
        _proposal = await _member.Get<ProposalsService>().SubmitAsync(_proposal.Id, version: null, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task WhileTyping_TheVarianceIsInAmountAndPercent_AndInNoPercentOfNothing()
    {
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);

        page.Field("Approved for Program 1000").Input("150");
        page.Field("Approved for Program 2000").Input("10");

        page.WaitFor(() => page.Dialog().QuerySelectorAll("tr").Where(r => r.QuerySelector(".share") is not null).Select(r => (r.QuerySelector(".difference")!.Words(), r.QuerySelector(".share")!.Words()))
            .Should().Equal(("Difference −50.00", "−25.0 %"), ("Difference 10.00", "–"), ("Difference −40.00", "−20.0 %")));
    }

    [Fact]
    public async Task MoreThanRequested_AnAdminSaysWhy_BesideThatProgram()
    {
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);

        page.Field("Approved for Program 2000").Input("10");
        page.Submit();
        page.WaitFor(() => page.Errors.Should().Equal("Enter why more is approved than was requested."));
        page.Type("Why Program 2000 gets more than requested", "It was forgotten");
        page.Submit();

        page.Sees("Budget 2027” is approved.");
        (await _admin.Get<ProposalsService>().GetAsync(_proposal.Id, default)).ApprovedTotal.Should().Be(210);
    }

    [Fact]
    public async Task MoreThanRequested_AnApproverIsToldThatOnlyAnAdminCan()
    {
        await using var tab = new ComponentContext(await fixture.World.MemberAsync(_admin, Role.Approver, "Paul"));
        var page = Open(tab);

        page.Field("Approved for Program 1000").Input("201");
        page.Sees("Only an admin can approve more than was requested.");
        page.Submit();

        page.WaitFor(() => page.Errors.Should().Equal("Only an admin can approve more than was requested."));
    }

    [Fact]
    public async Task ChangedMeanwhile_SaysSo_AndLoadsWhatIsRequestedNow()
    {
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);
        await ResubmittedAsync(requested: 300);

        page.Submit();
        page.Press("Load theirs");
        page.WaitFor(() => page.Field("Approved for Program 1000").GetAttribute("value").Should().Be("300.00"));
        page.Submit();

        page.Sees("Budget 2027” is approved.");
    }

    [Fact]
    public async Task WhatIsTypedInARow_IsNotDiscardedUnasked()
    {
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);

        page.Field("Approved for Program 1000").Input("150");
        page.Press("Cancel");

        page.Sees("Discard what you typed?");
    }

    private OpenPage Open(ComponentContext tab)
    {
        var page = tab.Open<ProposalDetails>(("Id", _proposal.Id));
        page.Press("Approve…");
        return page;
    }

    private async Task ResubmittedAsync(decimal requested)
    {
        var (proposals, budgets) = (_member.Get<ProposalsService>(), _member.Get<ProgramBudgetsService>());
        await proposals.ReopenAsync(_proposal.Id, "More", version: null, default);
        var budget = (await proposals.PageAsync(_proposal.Id, default)).Budgets[0].Budget;
        await budgets.UpdateAsync(budget.Id, budget.ToInput() with { RequestedAmount = requested }, version: null, default);
        await _member.Get<LineItemsService>().AddAsync(budget.Id, new LineItemInput { Description = "More", UnitCost = requested - budget.RequestedAmount }, default);
        await proposals.SubmitAsync(_proposal.Id, version: null, default);
    }
}
