using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Execution;

/// <summary>Somebody at an SQL shell takes what a form was to have, after the service found that it fits.</summary>
public sealed class LastWordInFormTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task WhatWasTakenMeanwhile_IsSaidAtItsField_AndTheFormGoesOn()
    {
        var office = await Office.CreateAsync(fixture.World.Services, released: 101);
        var taken = await office.RequestedAsync(1);
        await using var tab = new ComponentContext(office.Member);
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo($"/budgets/{office.Proposal.Id}/spending?program={office.Budget.Id}&allotment={office.Allotment.Id}");
        var page = tab.Open<BudgetSpending>((nameof(BudgetSpending.Id), office.Proposal.Id));
        page.Press("Request obligation");
        page.Type("Payee", "Paper Ltd");
        page.Type("Description", "Paper");
        page.Field("Amount ($)").Input("60");

        await UncommittedWrite.OfAsync(fixture.World.Shell, "obligations", taken.Id, amount: 61, () =>
        {
            page.Submit();
            page.WaitFor(() => page.Errors.Should().ContainSingle().Which.Should().Contain("40.00"));
            return Task.FromResult(true);
        });

        page.Dialog().QuerySelectorAll("[aria-invalid=true]").Should().ContainSingle().Which.Should().BeSameAs(page.Field("Amount ($)"));
        page.Field("Amount ($)").Input("40");
        page.Submit();
        page.Sees("2026-0002");
        (await office.Member.NowAsync(office.Allotment)).Remaining.Should().Be(0);
    }
}
