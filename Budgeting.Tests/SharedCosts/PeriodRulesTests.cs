using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What periods may be called, and when they may go.</summary>
public sealed class PeriodRulesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Update_OfPeriodsThatWereCalledAlikeBefore_KeepsTheirNames()
    {
        await using var world = await TestWorld.CreateAsync();
        var (costs, _, january) = await SceneAsync(world);
        var february = await costs.Periods.AddAsync(TestCosts.MonthInput(2) with { Name = "Spring" }, default);
        using (var shell = world.Shell())
        {
            shell.Execute("UPDATE periods SET name = 'SPRING' WHERE name = '2026-01'");
        }

        january = await costs.Periods.GetAsync(january.Id, default);
        var moved = await costs.Periods.UpdateAsync(january.Id, january.ToInput() with { EndDate = january.EndDate.AddDays(-1) }, null, default);

        (moved.Name, moved.EndDate).Should().Be(("SPRING", january.EndDate.AddDays(-1)));
        await costs.Awaiting(c => c.Periods.UpdateAsync(february.Id, february.ToInput() with { Name = "spring" }, null, default)).ShouldConflictAsync("period.exists");
    }

    [Fact]
    public async Task Close_WithAnExpenseThatWasGotBack_HasNothingToShare()
    {
        var (costs, _, january) = await SceneAsync();
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased);
        await costs.ExpenseAsync(january, 30, water);
        await costs.ExpenseAsync(january, 30, water, refund: true);

        (await costs.Closing.CheckAsync(january.Id, default)).CanClose.Should().BeTrue();
        (await costs.CloseAsync(january)).Period.Status.Should().Be(PeriodStatus.Closed);
    }

    [Fact]
    public async Task Delete_APeriodThatWasClosedAndIsEmpty_LeavesTheOthersAsIfItHadNeverBeen()
    {
        var (costs, ann, january) = await SceneAsync();
        var (february, march) = (await costs.MonthAsync(2), await costs.MonthAsync(3));
        var paid = await costs.ContributionAsync(january, ann, 7);
        await costs.CloseAsync(january);
        (await costs.RowAsync(february, ann)).Opening.Should().Be(7);
        await costs.ReopenAsync(january);
        await costs.Contributions.DeleteAsync(paid.Id, null, default);

        await costs.Periods.DeleteAsync(january.Id, version: null, default);

        (await costs.Periods.ListAsync(default)).Select(p => (p.Id, p.Stale)).Should().Equal((march.Id, false), (february.Id, false));
        (await costs.RowAsync(february, ann)).Opening.Should().Be(0);
        (await costs.RowAsync(march, ann)).Opening.Should().Be(0);
    }

    [Fact]
    public async Task Delete_APeriodOfWhichStatementsWereIssued_IsRefused()
    {
        var (costs, _, january) = await SceneAsync();
        await costs.CloseAsync(january);
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        await costs.ReopenAsync(january);

        await costs.Awaiting(c => c.Periods.DeleteAsync(january.Id, null, default)).ShouldConflictAsync("period.not-empty");
    }

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> SceneAsync(TestWorld? world = null)
    {
        var costs = new TestCosts(await (world ?? fixture.World).OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner, await costs.MonthAsync(1));
    }
}
