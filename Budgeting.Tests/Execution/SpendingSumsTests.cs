using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>What the pages of spending read: sums by program and quarter, and of one level what is opened.</summary>
public sealed class SpendingSumsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Page_SumsEachQuarterOfEachProgram_WithoutWhatWasGivenBack()
    {
        var office = await OfficeAsync();
        await office.PaidAsync(await office.ActiveAsync(100.01m), 40);
        await office.RequestedAsync(20);
        await CancelAsync(office, await office.RequestedAsync(30));
        await office.Approver.Get<ObligationsService>().LiquidateAsync((await PaidAsync(office, 50, 15)).Id, version: null, default);
        await VoidAsync(office, await office.PaidAsync(await office.ActiveAsync(10), 5));
        await office.Approver.AllotmentAsync(office.Budget, 200, quarter: 3, AllotmentStatus.Planned);
        await CancelAsync(office, await office.Approver.AllotmentAsync(office.Budget, 60, quarter: 4));

        var page = await office.Member.Get<SpendingService>().PageAsync(office.Proposal.Id, default);

        page.Programs.Select(p => (p.Code, p.Approved)).Should().Equal(("1000", 1000m), ("2000", 500m));
        page.Programs[0].Quarters.Should().Equal(new SpendingSums(300, 145.01m, 55), SpendingSums.None, new SpendingSums(200, 0, 0), SpendingSums.None);
        page.Programs[1].Year.Should().Be(SpendingSums.None);
        page.Quarters[0].Should().Be(new SpendingSums(300, 145.01m, 55));
    }

    [Fact]
    public async Task Obligations_AreAPageOfAStatus_WithTheOpenedOneInAnyCase()
    {
        var office = await OfficeAsync();
        var active = await office.ActiveAsync(10);
        var requested = new List<ObligationDto>();
        for (var day = 0; day < 3; day++)
        {
            requested.Add(await office.Member.ObligationAsync(office.Allotment, 1, Office.Day.AddDays(day)));
        }

        var list = await office.Member.Get<SpendingService>().ObligationsAsync(new ObligationQuery(office.Allotment.Id, ObligationStatus.Requested, 1, active.Id), 1, default);

        list.Rows.Select(o => o.Id).Should().Equal(active.Id, requested[1].Id);
        list.Counts.Should().BeEquivalentTo(new Dictionary<ObligationStatus, int> { [ObligationStatus.Requested] = 3, [ObligationStatus.Active] = 1 });
    }

    [Fact]
    public async Task Levels_SayWhatIsLeftAtEach_AndTheReferenceThatIsNext()
    {
        var office = await OfficeAsync();
        var obligation = await PaidAsync(office, 100, 40);

        var levels = await office.Member.Get<SpendingService>().LevelsAsync(new SpendingPlace(office.Budget.Id, office.Allotment.Id, obligation.Id), default);

        (levels.Budget.Remaining, levels.Allotment!.Remaining, levels.Obligation!.Remaining).Should().Be((700, 200, 60));
        (levels.Program, levels.NextReference).Should().Be(("Program 1000", "2026-0002"));
    }

    [Fact]
    public async Task Inbox_HasWhatOthersRequestedAndWhatIsDue_OfAnApproverAlone()
    {
        var office = await OfficeAsync();
        var requested = await office.RequestedAsync(20);
        await office.Approver.ObligationAsync(office.Allotment, 21);
        var due = await PaidAsync(office, 100, 40);
        await office.DeliveredAsync(due, 70, Office.Day.AddDays(2));
        await office.DeliveredAsync(await PaidAsync(office, 10, 5), 5, Office.Day.AddDays(1));
        await office.DeliveredAsync(await office.ActiveAsync(5), 5);
        var next = await office.Member.ProposalAsync(Office.Year + 1);
        await office.Member.ProgramBudgetAsync(next, office.Program, 10);
        await office.Member.Get<ProposalsService>().SubmitAsync(next.Id, version: null, default);

        var (approvers, members) = (await InboxOf(office.Approver), await InboxOf(office.Member));

        approvers.Proposals.Should().ContainSingle().Which.Id.Should().Be(next.Id);
        approvers.Requested.First.Should().ContainSingle().Which.Obligation.Id.Should().Be(requested.Id);
        approvers.Due.First.Select(d => (d.Obligation.Id, d.Obligation.Due, d.DueSince)).Should().Equal((due.Id, 30, Office.Day.AddDays(2)));
        (approvers.Requested.Count, approvers.Due.Count, members.IsEmpty).Should().Be((1, 1, true));
    }

    private static Task<InboxPage> InboxOf(TestActor actor) => actor.Get<InboxService>().PageAsync(default);

    private static async Task<ObligationDto> PaidAsync(Office office, decimal amount, decimal paid)
    {
        var obligation = await office.ActiveAsync(amount);
        await office.PaidAsync(obligation, paid);
        return obligation;
    }

    private static Task CancelAsync(Office office, ObligationDto obligation) => office.Member.Get<ObligationsService>().CancelAsync(obligation.Id, "Not needed", version: null, default);

    private static Task CancelAsync(Office office, AllotmentDto allotment) => office.Approver.Get<AllotmentsService>().CancelAsync(allotment.Id, "Not needed", version: null, default);

    private static Task VoidAsync(Office office, DisbursementDto payment) => office.Approver.Get<DisbursementsService>().VoidAsync(payment.Id, "It came back", version: null, default);

    private Task<Office> OfficeAsync() => Office.CreateAsync(fixture.World.Services);
}
