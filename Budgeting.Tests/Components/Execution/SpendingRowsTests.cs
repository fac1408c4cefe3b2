using Budgeting.Core.Execution;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>What the rows of the page about spending say of days and balances that are past.</summary>
public sealed class SpendingRowsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task WhatWasNotPaid_BehindEachPaymentOfALiquidatedObligation_IsWhatItWasThen()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.ActiveAsync(100);
        await office.PaidAsync(obligation, 30);
        await office.PaidAsync(obligation, 30);
        await office.Approver.Get<ObligationsService>().LiquidateAsync(obligation.Id, version: null, default);
        await using var tab = new ComponentContext(office.Member);

        var page = Open(tab, new SpendingView(office.Proposal.Id, office.Budget.Id, office.Allotment.Id, obligation.Id));

        page.Sees("Given back to the allotment");
        page.All("table")[^1].QuerySelectorAll("td.number").Select(c => c.Words()).Should().Equal("30.00", "70.00", "30.00", "40.00", "40.00", "0.00");
    }

    [Fact]
    public async Task Releasing_BeforeTheApproval_IsRefusedAtTheField()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var planned = await office.Approver.AllotmentAsync(office.Budget, 100, quarter: 2, AllotmentStatus.Planned);
        await using var tab = new ComponentContext(office.Approver);
        var page = Open(tab, new SpendingView(office.Proposal.Id, office.Budget.Id, planned.Id));
        page.Press("Release");
        page.Sees("Left empty: today.");
        page.Field("Released on").GetAttribute("min").Should().Be("2026-01-15");

        page.Type("Released on", "2026-01-14");
        page.Submit();

        page.Sees("The budget was approved on 2026-01-15: choose that day or one after it.");
        page.Field("Released on").GetAttribute("aria-invalid").Should().Be("true");
    }

    private static OpenPage Open(ComponentContext tab, SpendingView view)
    {
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo(view.Address);
        return tab.Open<BudgetSpending>((nameof(BudgetSpending.Id), view.ProposalId));
    }
}
