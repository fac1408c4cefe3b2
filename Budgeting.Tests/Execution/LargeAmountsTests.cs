using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>The largest amounts, often: no sum of them is too large for the database.</summary>
public sealed class LargeAmountsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const int Often = 10;

    [Fact]
    public async Task WhatWasObligatedAndCancelledAgainAndAgain_IsAddedUp()
    {
        var office = await Office.CreateAsync(fixture.World.Services, Amounts.Max, Amounts.Max, other: 0);
        var obligations = office.Approver.Get<ObligationsService>();
        for (var i = 0; i < Often; i++)
        {
            var requested = await office.Member.ObligationAsync(office.Allotment, Amounts.Max, DateOnly.FromDateTime(fixture.World.Clock.GetLocalNow().DateTime));
            await obligations.CancelAsync(requested.Id, "Not needed", version: null, default);
        }

        (await TotalAsync(office)).Obligations.Should().AllSatisfy(o => o.Should().Be(0));
    }

    [Fact]
    public async Task WhatWasPaidAndVoidedAgainAndAgain_IsAddedUp()
    {
        var office = await Office.CreateAsync(fixture.World.Services, Amounts.Max, Amounts.Max, other: 0);
        var active = await office.ActiveAsync(Amounts.Max);
        for (var i = 0; i < Often; i++)
        {
            var paid = await office.Approver.Get<DisbursementsService>().AddAsync(active.Id, new DisbursementInput { Amount = Amounts.Max }, default);
            await office.Approver.Get<DisbursementsService>().VoidAsync(paid.Id, "Bounced", version: null, default);
        }

        (await TotalAsync(office)).Payments.Should().AllSatisfy(p => p.Should().Be(0));
        (await office.Member.Get<SpendingService>().PageAsync(office.Proposal.Id, default)).Approved.Should().Be(Amounts.Max);
    }

    [Fact]
    public async Task WhatWasSupplementedAndCutAgainAndAgain_IsAddedUp()
    {
        var office = await Office.CreateAsync(fixture.World.Services, approved: 1, released: 1, other: 0);
        for (var i = 0; i < Often; i++)
        {
            await AdjustAsync(office, Amounts.Max - 1);
            await AdjustAsync(office, 1 - Amounts.Max);
        }

        (await office.Member.Get<ProposalsService>().PageAsync(office.Proposal.Id, default)).Proposal.Adjustments.Should().Be(0);
    }

    private static Task AdjustAsync(Office office, decimal amount) =>
        office.Approver.Get<AdjustmentsService>().AdjustAsync(office.Budget.Id, new AdjustmentInput { Amount = amount, Reason = "Again" }, version: null, default);

    private static async Task<UtilizationFigures> TotalAsync(Office office) => (await office.Member.Get<ReportsService>().UtilizationAsync(Office.Year, null, default)).Total;
}
