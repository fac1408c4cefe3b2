using System.Text.Json;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>Random lives of twelve periods, beside a model in memory that knows nothing of how the program keeps them.</summary>
public sealed class PeriodHistoryTests
{
    private const int Periods = 12;
    private const int Steps = 150;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyHistory_EndsWhereARecomputationFromScratchDoes(int seed)
    {
        await using var world = await TestWorld.CreateAsync();
        var history = await RandomHistory.BeginAsync(new TestCosts(await world.OrganizationAsync()), Periods, new Random(seed));
        for (var i = 0; i < Steps; i++)
        {
            world.Clock.Tick();
            await history.StepAsync();
        }

        await history.CloseAllAsync();

        var model = history.Model.Balances();
        var answers = new Answers($"Periods {seed}");
        for (var i = 0; i < Periods; i++)
        {
            var sheet = await history.Costs.SheetAsync(history.Periods[i]);
            sheet.Rows.Select(r => (r.OwnerId, r.Opening, r.Balance)).Where(r => (r.Opening, r.Balance) != (0, 0))
                .Should().BeEquivalentTo(model[i].Where(r => (r.Opening, r.Balance) != (0, 0)), "of period {0}, seed {1}", i, seed);
            sheet.Stale.Should().BeFalse();
            answers.Add([JsonSerializer.Serialize(sheet)]);
        }

        await using var journal = new StringWriter();
        await (await history.Costs.Journals.FileAsync(periodId: null, default)).WriteAsync(journal, default);
        answers.Add(journal.ToString().Split('\n'));
        await answers.CompareAsync();

        await ClosingsAreTheSheetsAsync(world, history);
    }

    private static async Task ClosingsAreTheSheetsAsync(TestWorld world, RandomHistory history)
    {
        await using var db = world.Db(history.Costs.Actor.OrganizationId);
        foreach (var period in history.Periods)
        {
            var sheet = await history.Costs.SheetAsync(period);
            db.ClosingBalances.Where(c => c.PeriodId == period.Id)
                .Select(c => new { c.OwnerId, c.Opening, c.Contributions, c.Paid, c.Allocated, c.Charges, c.Balance })
                .Should().BeEquivalentTo(sheet.Rows.Select(r => new { r.OwnerId, r.Opening, r.Contributions, r.Paid, r.Allocated, r.Charges, r.Balance }));
        }
    }
}
