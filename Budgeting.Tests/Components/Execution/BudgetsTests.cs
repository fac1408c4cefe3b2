using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>The list of proposals, from nothing to the first one, and the programs that come before it.</summary>
public sealed class BudgetsTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _admin = null!;

    public async Task InitializeAsync() => _admin = await fixture.World.OrganizationAsync("Office");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Empty_LeadsToPrograms_AndThenToTheFirstProposal()
    {
        await using var tab = new ComponentContext(_admin);
        var page = tab.Open<Budgets>();
        page.ByRole(AriaRole.Link, "Add programs").GetAttribute("href").Should().Be("/budgets/programs");

        await _admin.ProgramAsync("1000");
        page.Press("New proposal");
        page.Type("Title", "The budget");
        page.Submit();

        page.WaitFor(() => page.Rows().Single().Words().Should().Contain("The budget").And.Contain("Draft").And.EndWith("Ada"));
        var proposal = (await _admin.Get<ProposalsService>().ListAsync(default)).Single();
        tab.Services.GetRequiredService<BunitNavigationManager>().Uri.Should().EndWith($"/budgets/{proposal.Id}");
    }

    [Fact]
    public async Task Proposals_TheLatestYearComesFirst_AndANewOneIsForAYearWithoutOne()
    {
        await _admin.ProgramAsync("1000");
        var next = FiscalYear.Of(DateOnly.FromDateTime(_admin.Get<TimeProvider>().GetLocalNow().Date), 1).Number + 1;
        await _admin.ProposalAsync(next - 1);
        await _admin.ProposalAsync(next);
        await using var tab = new ComponentContext(_admin);
        var page = tab.Open<Budgets>();
        page.WaitFor(() => page.Rows().Select(r => r.Children[0].Words()).Should().Equal($"{next}", $"{next - 1}"));

        page.Press("New proposal");

        page.ChosenOf("Fiscal year").Should().Be($"{next + 1}");
        page.OptionsOf("Fiscal year").Should().NotContain([$"{next - 1}", $"{next}"]);
    }

    [Fact]
    public async Task WhatWasApproved_IsTheSameAfterAnAdjustment_WhichStandsBesideIt()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Member);
        var page = tab.Open<Budgets>();
        page.WaitFor(() => AmountsOf(page).Should().Equal("1,500.00", "1,500.00", "–"));

        await office.Approver.Get<AdjustmentsService>().AdjustAsync(office.Budget.Id, new AdjustmentInput { Amount = -200, Reason = "Less rain" }, version: null, default);

        page.WaitFor(() => AmountsOf(page).Should().Equal("1,500.00", "1,500.00", "1,300.00"));
        await using var second = new ComponentContext(office.Member);
        var details = second.Open<ProgramBudgetDetails>(("Id", office.Budget.Id));
        details.WaitFor(() => details.ByRole(AriaRole.Region, "Totals").Words().Should().Contain("Approved $1,000.00 (0.0 %) Adjusted $800.00"));

        static IEnumerable<string> AmountsOf(OpenPage page) => page.Rows().Single().Children.Skip(3).Take(3).Select(c => c.Words());
    }

    [Fact]
    public async Task ANewProposal_CanBeForAYearWhoseProposalWasRejected()
    {
        var program = await _admin.ProgramAsync("1000");
        var year = FiscalYear.Of(DateOnly.FromDateTime(_admin.Get<TimeProvider>().GetLocalNow().Date), 1).Number + 1;
        var proposal = await _admin.ProposalAsync(year);
        await _admin.ProgramBudgetAsync(proposal, program, 100);
        await _admin.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);
        await _admin.Get<ProposalsService>().RejectAsync(proposal.Id, "Too dear", version: null, default);
        await using var tab = new ComponentContext(_admin);
        var page = tab.Open<Budgets>();

        page.Press("New proposal");

        page.ChosenOf("Fiscal year").Should().Be($"{year}");
    }

    [Fact]
    public async Task Programs_AreAddedEditedAndBroughtBack()
    {
        await using var tab = new ComponentContext(_admin);
        var page = tab.Open<Programs>();

        page.Type("Code", "1000");
        page.Type("Name", "Library");
        page.Submit();
        page.WaitFor(() => page.Row("Library").Children[1].Words().Should().Be("1000"));
        page.Press("Delete");
        page.WaitFor(() => page.Rows().Should().BeEmpty());
        page.Press("Deleted programs");
        page.Press("Restore Library");

        page.WaitFor(() => page.Row("Library").Should().NotBeNull());
    }

    [Fact]
    public async Task Programs_AMemberReadsThemOnly()
    {
        await _admin.ProgramAsync("1000");
        await using var tab = new ComponentContext(await fixture.World.MemberAsync(_admin, Role.Member));
        var page = tab.Open<Programs>();
        page.WaitFor(() => page.Rows().Should().ContainSingle());

        page.Buttons.Should().NotContain(["Add", "Edit", "Delete", "Deleted programs"]);
    }
}
