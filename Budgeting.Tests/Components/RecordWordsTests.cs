using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Wording.SharedCosts;

namespace Budgeting.Tests.Components;

/// <summary>Every change of a record can be told to people.</summary>
public sealed class RecordWordsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task History_OfEveryKind_IsInWords()
    {
        var things = await FilledCosts.CreateAsync(await fixture.World.OrganizationAsync());
        await things.Costs.Items.UpdateAsync(things.Item.Id, things.Item.ToInput() with { Strategy = AllocationStrategy.FixedFee, UnitPrice = 1.25m }, null, default);
        var names = (await things.Costs.Lists.ExpensesAsync(new RecordQuery(things.Open.Id, 10), default)).Names;
        var histories = new[]
        {
            (ContributionInput.Fields.Labels, await things.Costs.Contributions.HistoryAsync(things.Contribution.Id, default)),
            (ExpenseInput.Fields.Labels, await things.Costs.Expenses.HistoryAsync(things.Expense.Id, default)),
            (BudgetItemInput.Fields.Labels, await things.Costs.Items.HistoryAsync(things.Item.Id, default)),
            (ReadingInput.Fields.Labels, await things.Costs.Readings.HistoryAsync(things.Reading.Id, default)),
            (ChargeInput.Fields.Labels, await things.Costs.Charges.HistoryAsync(things.Charge.Id, default)),
            (PeriodWords.Labels, await things.Costs.Periods.HistoryAsync(things.Closed.Id, default)),
        };

        var told = histories.SelectMany(h => ToldOf(h.Item2, new RecordWords(Currency.Of("USD"), names, h.Item1))).ToList();

        told.Should().Contain(["Shared: By consumption → Equally", "Unit price: nothing → 1.25", "State: open → closed", "Meter: nothing → A"])
            .And.Contain(["Paid by: the common fund → Ann", "Owner: nothing → Ann", "Property: nothing → Ann's", "Budget item: not shared → repairs", "Amount: nothing → $20.00"]);
        told.Should().NotContain(t => t.Contains(things.Owner.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> ToldOf(IReadOnlyList<HistoryEntry> history, RecordWords words) => history.SelectMany(words.Shown)
        .Select(c => $"{words.Label(c.Field)}: {words.Value(c.Field, c.Before)} → {words.Value(c.Field, c.After)}");
}
