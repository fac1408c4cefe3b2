using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>Closing a period and reopening it, as its page does.</summary>
public sealed class PeriodClosingTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestCosts _costs = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task APeriodBeforeThatIsOpen_IsNamedBeforeClosingAndOnTheSheet()
    {
        await _costs.OwnedAsync("Ann");
        var (january, february) = (await _costs.MonthAsync(1), await _costs.MonthAsync(2));
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, february);

        page.Sees("2026-01 isn't closed yet: what it comes to isn't in here.");
        page.Press("Close period…");
        page.WaitFor(() => page.Dialog().AllByRole(AriaRole.Paragraph).Select(p => p.Words()).Should().Contain("2026-01 isn't closed yet: what it comes to isn't in here. Balances here follow when it is closed."));
        await _costs.CloseAsync(january);
        page.NoLongerSees("2026-01 isn't closed yet");
        await _costs.ReopenAsync(january);

        page.Sees("2026-01 is reopened: what was carried over from it may still change.");
    }

    [Fact]
    public async Task Close_WithUnallocatedExpenses_AsksFirst_AndThenHasNothingToEdit()
    {
        await _costs.OwnedAsync("Ann");
        var period = await _costs.MonthAsync(1);
        await _costs.ExpenseAsync(period, 30);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, period);
        page.Press("Close period…");

        page.Submit();
        page.Sees("Confirm that, or give it one.");
        page.Field("The fund may bear it").Change(true);
        page.Submit();

        page.Sees("2026-01 is closed: what is recorded in it stays as it is.");
        page.Buttons.Should().NotContain("Edit period").And.Contain("Reopen…");
    }

    [Fact]
    public async Task Close_WithAPropertyThatWasNotRead_NamesItAndAsksFirst()
    {
        var ((_, flat), _) = (await _costs.OwnedAsync("Ann"), await _costs.OwnedAsync("Ben"));
        var period = await _costs.MonthAsync(1);
        var water = await _costs.ItemAsync(period, AllocationStrategy.UsageBased);
        await _costs.ReadingAsync(period, water, flat, 0, 5);
        await _costs.ExpenseAsync(period, 30, water);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, period);
        page.Sees("Not every property was read. Those without a reading pay nothing of it: Repairs: Ben's");
        page.Text.Should().NotContain("Nothing in the way");
        page.Press("Close period…");

        page.Submit();
        page.Sees("Confirm that, or enter readings.");
        page.Field("They have nothing to pay").Change(true);
        page.Submit();

        page.Sees("2026-01 is closed: what is recorded in it stays as it is.");
    }

    [Fact]
    public async Task ClosedPeriod_WithOutdatedStatements_TellsAdminsToIssueCorrections()
    {
        var (ann, _) = await _costs.OwnedAsync("Ann");
        var period = await _costs.MonthAsync(1);
        await _costs.CloseAsync(period);
        await _costs.Statements.IssueAsync(period.Id, ownerId: null, default);
        await _costs.ReopenAsync(period);
        await _costs.ContributionAsync(period, ann, 5);
        await _costs.CloseAsync(period);
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open(tab, period);

        page.Sees("1 statement is outdated");
        page.ByRole(AriaRole.Link, "Issue corrections").GetAttribute("href").Should().Be($"/costs/periods/{period.Id}?tab=sheet#statements");
        await _costs.Statements.IssueAsync(period.Id, ownerId: null, default);
        page.WaitFor(() => page.Text.Should().NotContain("outdated"));
    }

    [Fact]
    public async Task ClosedPeriod_LeadsOn_ToWhatIsLeftToDoForWhoLooks()
    {
        await _costs.OwnedAsync("Ann");
        var period = await _costs.MonthAsync(1);
        await _costs.CloseAsync(period);
        await using var tab = new ComponentContext(_costs.Actor);
        await using var viewer = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Viewer));
        var (page, theirs) = (Open(tab, period), Open(viewer, period));
        page.WaitFor(() => StepsOf(page).Should().Equal("Issue the statements", "Add the next period"));
        StepsOf(theirs).Should().BeEmpty();

        var next = await _costs.MonthAsync(2);
        await _costs.Statements.IssueAsync(period.Id, ownerId: null, default);

        page.WaitFor(() => StepsOf(page).Should().Equal("Settle up in 2026-02"));
        theirs.WaitFor(() => StepsOf(theirs).Should().Equal("Settle up in 2026-02"));
        page.ByRole(AriaRole.Link, "Settle up in 2026-02").GetAttribute("href").Should().Be($"/costs/periods/{next.Id}?tab=settle");
        await _costs.CloseAsync(next);
        page.WaitFor(() => StepsOf(page).Should().BeEmpty());

        static IEnumerable<string> StepsOf(OpenPage page) => page.All("#closed li").Select(s => s.Words());
    }

    [Fact]
    public async Task Reopen_NeedsAReason_AndClosingAgainTellsWhatChanged()
    {
        var (ann, _) = await _costs.OwnedAsync("Ann");
        var (january, _) = (await _costs.MonthAsync(1), await _costs.MonthAsync(2));
        await _costs.ContributionAsync(january, ann, 50);
        await _costs.CloseAsync(january);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open(tab, january);

        page.Press("Reopen…");
        page.Submit();
        page.Sees("Enter the reason.");
        page.Type("Reason", "A bill was late");
        page.Submit();
        page.Sees("Reopened for a correction: A bill was late");
        await _costs.ContributionAsync(january, ann, 5);
        page.Press("Close period…");
        page.Submit();

        page.Sees("These balances changed");
        page.Dialog().QuerySelectorAll("tbody").Select(b => b.Words()).Should().SatisfyRespectively(
            b => b.Should().ContainAll("2026-01", "Ann", "$50.00", "$55.00"), b => b.Should().ContainAll("2026-02", "$50.00", "$55.00"));
        page.Dialog().QuerySelectorAll("tbody td:last-child").Select(d => d.Words()).Should().Equal("+$5.00", "+$5.00", "+$5.00", "+$5.00");
    }

    private static OpenPage Open(ComponentContext tab, PeriodDto period) => tab.Open<PeriodDetails>(("Id", period.Id));
}
