using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>Whom forms suggest to pay, and what they say of obligations that are dated ahead.</summary>
public sealed class ObligationFormTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.CreateAsync(fixture.World.Services);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Payees_AreSuggested_OnceTheyArePaidOrToBe()
    {
        var active = await _office.ActiveAsync(50);
        await _office.Approver.Get<DisbursementsService>().AddAsync(active.Id, new DisbursementInput { Amount = 5, Date = Office.Day, Payee = "A bank" }, default);
        await _office.RequestedAsync(10);
        await using var tab = new ComponentContext(_office.Approver);
        var page = Open(tab, new SpendingView(_office.Proposal.Id, _office.Budget.Id, _office.Allotment.Id, active.Id));

        page.Press("Request obligation");
        SuggestedFor(page, "Payee").Should().Equal("A bank", "Paper Ltd");
        page.Press("Cancel");
        page.Press("Pay");

        SuggestedFor(page, "Payee").Should().Equal("A bank", "Paper Ltd");
    }

    [Fact]
    public async Task WhatIsDatedAhead_SaysFromWhenItCanBePaid_RatherThanOfferIt()
    {
        var allotment = await NextYearsAsync();
        var view = new SpendingView(allotment.Proposal, allotment.Dto.ProgramBudgetId, allotment.Dto.Id);
        await using var tab = new ComponentContext(_office.Approver);
        var page = Open(tab, view);
        page.Press("Request obligation");
        page.Sees("Left empty: 01 January 2027, the nearest day of the fiscal year. It can be paid from 01 January 2027 on.");
        page.Type("Date", "2027-03-01");
        page.Sees("It can be paid from 01 March 2027 on.");
        page.Press("Cancel");

        var obligation = await DatedAheadAsync(allotment.Dto);
        await using var second = new ComponentContext(_office.Approver);
        page = Open(second, view with { Obligation = obligation.Id });

        page.Sees("It is dated ahead: it can be paid, and what it is for accepted, from 01 January 2027 on.");
        page.Buttons.Should().Contain("Add work item").And.NotContain("Pay");
    }

    [Fact]
    public async Task ADayBeforeTheRelease_IsRefusedAtTheField()
    {
        await using var tab = new ComponentContext(_office.Member);
        var page = Open(tab, new SpendingView(_office.Proposal.Id, _office.Budget.Id, _office.Allotment.Id));
        page.Press("Request obligation");
        page.Field("Date").GetAttribute("min").Should().Be("2026-01-15");
        page.Type("Payee", "Paper Ltd");
        page.Type("Description", "Paper");
        page.Field("Amount ($)").Input("10");
        page.Type("Date", "2026-01-14");

        page.Submit();

        page.Sees("The allotment was released on 2026-01-15: choose that day or one after it.");
        page.Field("Date").GetAttribute("aria-invalid").Should().Be("true");
    }

    [Fact]
    public async Task WhatIsDatedAhead_IsNeitherPaidNorAccepted_AndOneSentenceSaysFromWhen()
    {
        var obligation = await DatedAheadAsync((await NextYearsAsync()).Dto);

        Func<Task> paying = () => _office.Approver.Get<DisbursementsService>().AddAsync(obligation.Id, new DisbursementInput { Amount = 5 }, default);
        Func<Task> accepting = () => _office.DeliveredAsync(obligation, 5, new DateOnly(2027, 1, 1));

        const string Sentence = "The obligation is dated 2027-01-01: it can be paid and accepted from that day on.";
        (await paying.ShouldRefuseAsync<InvalidException>()).Errors["date"].Should().Equal(Sentence);
        (await accepting.ShouldRefuseAsync<InvalidException>()).Errors["acceptedOn"].Should().Equal(Sentence);
    }

    private async Task<(Guid Proposal, AllotmentDto Dto)> NextYearsAsync()
    {
        var proposal = await _office.Member.ProposalAsync(2027);
        var budget = await _office.Member.ProgramBudgetAsync(proposal, _office.Program, 100);
        await _office.Member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);
        await _office.Approver.ApproveAsync(proposal, (budget.Id, 100));
        var released = new AllotmentInput { Quarter = 1, Amount = 100, Status = AllotmentStatus.Released };
        return (proposal.Id, await _office.Approver.Get<AllotmentsService>().AddAsync(budget.Id, released, default));
    }

    private async Task<ObligationDto> DatedAheadAsync(AllotmentDto allotment)
    {
        var input = new ObligationInput { Payee = "Paper Ltd", Description = "Paper", Amount = 10 };
        var requested = await _office.Member.Get<ObligationsService>().AddAsync(allotment.Id, input, default);
        return await _office.Approver.Get<ObligationsService>().ApproveAsync(requested.Id, version: null, default);
    }

    private static OpenPage Open(ComponentContext tab, SpendingView view)
    {
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo(view.Address);
        return tab.Open<BudgetSpending>((nameof(BudgetSpending.Id), view.ProposalId));
    }

    private static IEnumerable<string?> SuggestedFor(OpenPage page, string label) =>
        page.All($"#{page.Field(label).GetAttribute("list")} option").Select(o => o.GetAttribute("value"));
}
