using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>Whoever wrote what is asked for asked for it, whoever made the record that it stands in.</summary>
public sealed class DutiesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task ARequest_IsChangedByWhoMadeIt_Alone()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var requested = await office.RequestedAsync(1);

        foreach (var other in new[] { office.Approver, office.Admin })
        {
            await ((Func<Task>)(() => Obligations(other).UpdateAsync(requested.Id, requested.ToInput() with { Amount = 300, Payee = "Myself" }, null, default))).ShouldConflictAsync("duties.separated");
        }

        (await Obligations(office.Member).UpdateAsync(requested.Id, requested.ToInput() with { Amount = 300 }, null, default)).Amount.Should().Be(300);
    }

    [Fact]
    public async Task APayment_IsDeletedByWhoRecordedIt_Alone()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var payment = await office.PaidAsync(await office.ActiveAsync(100), 10);

        await ((Func<Task>)(() => office.Admin.Get<DisbursementsService>().DeleteAsync(payment.Id, version: null, default))).ShouldConflictAsync("disbursement.not-yours");

        await office.Approver.Get<DisbursementsService>().DeleteAsync(payment.Id, version: null, default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AProposal_IsNotApproved_ByWhoWroteWhatItRequests(bool lineItemOnly)
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var proposal = await office.Member.ProposalAsync(2027);
        var budget = await (lineItemOnly ? office.Member : office.Approver).ProgramBudgetAsync(proposal, office.Program, 500);
        if (lineItemOnly)
        {
            var line = (await office.Member.Get<LineItemsService>().ListAsync(budget.Id, Core.Kernel.PageRequest.First, default)).Items[0];
            await office.Approver.Get<LineItemsService>().UpdateAsync(line.Id, line.ToInput() with { Description = "Mine" }, null, default);
        }

        await office.Member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);

        await ((Func<Task>)(() => office.Approver.ApproveAsync(proposal, (budget.Id, 500)))).ShouldConflictAsync("duties.separated");
        (await office.Admin.ApproveAsync(proposal, (budget.Id, 500))).Status.Should().Be(ProposalStatus.Approved);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AProposal_IsNotApproved_ByWhoWroteItsTitleOrAJustification_AndWaitsForOthers(bool titleOnly)
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var proposal = await office.Member.ProposalAsync(2027);
        var budget = await office.Member.ProgramBudgetAsync(proposal, office.Program, 500);
        if (titleOnly)
        {
            await office.Approver.Get<ProposalsService>().UpdateAsync(proposal.Id, proposal.ToInput() with { Title = "Mine" }, null, default);
        }
        else
        {
            var why = (await office.Member.Get<JustificationsService>().ListAsync(budget.Id, Core.Kernel.PageRequest.First, default)).Items[0];
            await office.Approver.Get<JustificationsService>().UpdateAsync(why.Id, why.ToInput() with { Text = "Mine" }, null, default);
        }

        await office.Member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);

        (await office.Approver.Get<InboxService>().PageAsync(default)).Proposals.Should().BeEmpty();
        (await office.Admin.Get<InboxService>().PageAsync(default)).Proposals.Should().ContainSingle();
        (await office.Admin.Get<ProposalsService>().PageAsync(proposal.Id, default)).PreparedBy.Should().BeEquivalentTo([office.Member.MemberId, office.Approver.MemberId]);
        await ((Func<Task>)(() => office.Approver.ApproveAsync(proposal, (budget.Id, 500)))).ShouldConflictAsync("duties.separated");
    }

    [Fact]
    public async Task AProposal_IsApproved_ByWhoOnlyMovedItOn()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var proposal = await office.Member.ProposalAsync(2027);
        var budget = await office.Member.ProgramBudgetAsync(proposal, office.Program, 500);
        var (members, approvers) = (office.Member.Get<ProposalsService>(), office.Approver.Get<ProposalsService>());
        await members.SubmitAsync(proposal.Id, version: null, default);
        await approvers.RejectAsync(proposal.Id, "The \"title\": why?", version: null, default);
        await approvers.ReopenAsync(proposal.Id, "Talked about it", version: null, default);
        await approvers.SubmitAsync(proposal.Id, version: null, default);

        (await office.Approver.Get<InboxService>().PageAsync(default)).Proposals.Should().ContainSingle();
        (await office.Approver.ApproveAsync(proposal, (budget.Id, 500))).Status.Should().Be(ProposalStatus.Approved);
    }

    [Fact]
    public async Task WhatWasAccepted_KeepsItsObligationsDayBeforeIt()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var requested = await office.RequestedAsync(100);
        await office.DeliveredAsync(requested, 10, Office.Day.AddDays(5));

        await ((Func<Task>)(() => Obligations(office.Member).UpdateAsync(requested.Id, requested.ToInput() with { Date = Office.Day.AddDays(6) }, null, default))).ShouldBeInvalidAsync("date");
    }

    [Fact]
    public async Task AWorkItem_StaysEditable_WhenItsPaymentIsVoid()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.ActiveAsync(100);
        var payment = await office.PaidAsync(obligation, 10);
        var item = await office.DeliveredAsync(obligation, 10);
        var items = office.Member.Get<WorkItemsService>();
        item = await items.UpdateAsync(item.Id, item.ToInput() with { DisbursementId = payment.Id }, null, default);
        await office.Approver.Get<DisbursementsService>().VoidAsync(payment.Id, "Bounced", version: null, default);

        (await items.UpdateAsync(item.Id, item.ToInput() with { Description = "Chairs" }, null, default)).Description.Should().Be("Chairs");
    }

    private static ObligationsService Obligations(TestActor actor) => actor.Get<ObligationsService>();
}
