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
        using (var shell = new SqlShell(world.Folder))
        {
            shell.Execute("UPDATE service_periods SET name = 'SPRING' WHERE name = '2026-01'");
        }

        january = await costs.Periods.GetAsync(january.Id, default);
        var moved = await costs.Periods.UpdateAsync(january.Id, january.ToInput() with { EndDate = january.EndDate.AddDays(-1) }, null, default);

        (moved.Name, moved.EndDate).Should().Be(("SPRING", january.EndDate.AddDays(-1)));
        await costs.Awaiting(c => c.Periods.UpdateAsync(february.Id, february.ToInput() with { Name = "spring" }, null, default)).ShouldConflictAsync("period.exists");
    }

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> SceneAsync(TestWorld? world = null)
    {
        var costs = new TestCosts(await (world ?? fixture.World).OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner, await costs.MonthAsync(1));
    }
}
