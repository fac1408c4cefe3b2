using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>Days go on from a budget's approval to the release of its allotments to what is obligated of them, so that no statement is of less than nothing.</summary>
public sealed class ExecutionDaysTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly DateOnly Before = Office.Day.AddDays(-1);

    [Fact]
    public async Task AnAllotment_IsNotReleasedBeforeTheApproval()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var planned = await office.Approver.AllotmentAsync(office.Budget, 10, quarter: 2, AllotmentStatus.Planned);
        var allotments = office.Approver.Get<AllotmentsService>();
        var released = new AllotmentInput { Quarter = 3, Amount = 10, Status = AllotmentStatus.Released, ReleasedOn = Before };

        foreach (var releasing in (Func<Task>[])[() => allotments.ReleaseAsync(planned.Id, Before, null, default), () => allotments.AddAsync(office.Budget.Id, released, default)])
        {
            (await releasing.ShouldRefuseAsync<InvalidException>()).Errors["releasedOn"].Should().Equal("The budget was approved on 2026-01-15: choose that day or one after it.");
        }

        (await allotments.ReleaseAsync(planned.Id, Office.Day, null, default)).ReleasedOn.Should().Be(Office.Day);
    }

    [Fact]
    public async Task AnObligation_IsNotDatedBeforeItsAllotmentWasReleased()
    {
        var office = await Office.CreateAsync(fixture.World.Services);

        Func<Task> obligating = () => office.Member.ObligationAsync(office.Allotment, 10, Before);

        (await obligating.ShouldRefuseAsync<InvalidException>()).Errors["date"].Should().Equal("The allotment was released on 2026-01-15: choose that day or one after it.");
        var obligation = await office.RequestedAsync(10);
        await ((Func<Task>)(() => office.Member.Get<ObligationsService>().UpdateAsync(obligation.Id, obligation.ToInput() with { Date = Before }, null, default))).ShouldBeInvalidAsync("date");
    }

    [Fact]
    public async Task WithoutDays_EachIsTheNearestThatIsPossible()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var proposal = await office.Member.ProposalAsync(2025);
        var budget = await office.Member.ProgramBudgetAsync(proposal, office.Program, 100);
        await office.Member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);

        var approved = await office.Approver.Get<ProposalsService>().ApproveAsync(proposal.Id, new ApprovalsInput { Approvals = [new ApprovalInput(budget.Id, 100)] }, null, default);
        var allotment = await office.Approver.Get<AllotmentsService>().AddAsync(budget.Id, new AllotmentInput { Quarter = 4, Amount = 100, Status = AllotmentStatus.Released }, default);
        var obligation = await office.Member.Get<ObligationsService>().AddAsync(allotment.Id, new ObligationInput { Payee = "Paper Ltd", Description = "Paper", Amount = 10 }, default);

        var last = new DateOnly(2025, 12, 31);
        (approved.ApprovedOn, allotment.ReleasedOn, obligation.Date).Should().Be((last, last, last), "the year is over");
    }

    [Fact]
    public async Task BehindTheYear_NothingIsApprovedOrReleased()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var proposal = await office.Member.ProposalAsync(2025);
        var budget = await office.Member.ProgramBudgetAsync(proposal, office.Program, 100);
        await office.Member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);
        var behind = new DateOnly(2026, 1, 1);

        Func<Task> approving = () => office.Approver.Get<ProposalsService>().ApproveAsync(proposal.Id, new ApprovalsInput { Approvals = [], ApprovedOn = behind }, null, default);

        (await approving.ShouldRefuseAsync<InvalidException>()).Errors["approvedOn"].Should().Equal("Choose a day up to 2025-12-31, the fiscal year's last: nothing can be obligated later.");
        await office.Approver.ApproveAsync(proposal, (budget.Id, 100));
        var released = new AllotmentInput { Quarter = 4, Amount = 100, Status = AllotmentStatus.Released, ReleasedOn = behind };
        await ((Func<Task>)(() => office.Approver.Get<AllotmentsService>().AddAsync(budget.Id, released, default))).ShouldBeInvalidAsync("releasedOn");
    }
}
