using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;

namespace Budgeting.Tests.Components;

/// <summary>Every change of a record can be told to people.</summary>
public sealed class RecordWordsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task History_OfEveryKind_IsInWords()
    {
        var things = await FilledCosts.CreateAsync(await fixture.World.OrganizationAsync());
        await things.Costs.Items.UpdateAsync(things.Item.Id, things.Item.ToInput() with { Strategy = AllocationStrategy.FixedFee, UnitPrice = 1.25m }, null, default);
        var names = (await things.Costs.Expenses.PageAsync(new RecordQuery(things.Open.Id, 10), default)).Names;
        string[] told =
        [
            .. ToldOf(ContributionInput.Fields, await things.Costs.Contributions.HistoryAsync(things.Contribution.Id, default), names),
            .. ToldOf(ExpenseInput.Fields, await things.Costs.Expenses.HistoryAsync(things.Expense.Id, default), names),
            .. ToldOf(BudgetItemInput.Fields, await things.Costs.Items.HistoryAsync(things.Item.Id, default), names),
            .. ToldOf(ReadingInput.Fields, await things.Costs.Readings.HistoryAsync(things.Reading.Id, default), names),
            .. ToldOf(ChargeInput.Fields, await things.Costs.Charges.HistoryAsync(things.Charge.Id, default), names),
        ];

        told.Should().Contain(["Shared: By consumption → Equally", "Unit price: nothing → 1.25", "Meter: nothing → A"])
            .And.Contain(["Paid by: the fund → Ann", "Owner: nothing → Ann", "Property: nothing → Ann's", "Budget item: not shared → Repairs", "Amount: nothing → $20.00"]);
        told.Should().NotContain(t => t.Contains(things.Owner.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> ToldOf<TInput>(Fields<TInput> fields, IReadOnlyList<HistoryEntry> history, RecordNames names)
        where TInput : class, new()
    {
        var words = RecordHistoryWords.Of(fields, names, Currency.Of("USD"));
        return history.SelectMany(words.Shown).Select(c => $"{words.Label(c.Field)}: {words.Value(c.Field, c.Before)} → {words.Value(c.Field, c.After)}");
    }
}
