using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>
/// An edit shares only what it changed again. Whatever the edits were, that leaves what sharing the whole period anew comes to, down to
/// the ids: closing does that, and leaves alone what is right.
/// </summary>
public sealed class ReallocationTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const int Steps = 60;

    private List<ExpenseDto> _expenses = [];
    private TestCosts _costs = null!;
    private PeriodDto _january = null!;
    private BudgetItemDto?[] _items = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyEditsOfExpenses_UndoneOrNot_LeaveTheLinesOfAWholeReallocation(int seed)
    {
        var random = new Random(seed);
        await SceneAsync();
        for (var i = 0; i < Steps; i++)
        {
            var before = _expenses.ToList();
            using (var capture = WriteCapture.Open())
            {
                await StepAsync(random);
                if (random.Next(4) == 0)
                {
                    await _costs.Actor.Undo.UndoAsync(capture.WriteId!.Value, default);
                    _expenses = before;
                }
            }

            if (i % 10 == 9)
            {
                await CompareAsync();
            }
        }
    }

    [Fact]
    public async Task ItsLastExpense_TakenAway_BringsTheTariffBack_AndTheFirstOneTakesItsPlace()
    {
        await SceneAsync();
        var water = _items[1];
        var expense = await _costs.ExpenseAsync(_january, 90, water);
        (await TariffAsync()).Should().Be(0);

        var moved = await _costs.Expenses.UpdateAsync(expense.Id, expense.ToInput() with { BudgetItemId = _items[0]!.Id }, null, default);
        (await TariffAsync()).Should().Be(60);

        await _costs.Expenses.UpdateAsync(expense.Id, moved.ToInput() with { BudgetItemId = water!.Id }, null, default);
        (await TariffAsync()).Should().Be(0);
    }

    private async Task SceneAsync()
    {
        _costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((_, anns), (_, bens)) = (await _costs.OwnedAsync("Ann", 2), await _costs.OwnedAsync("Ben", 5));
        _january = await _costs.MonthAsync(1);
        _items =
        [
            await _costs.ItemAsync(_january), await _costs.ItemAsync(_january, AllocationStrategy.UsageBased, unitPrice: 2, type: "water"),
            await _costs.ItemAsync(_january, AllocationStrategy.FixedFee, type: "Security"), await _costs.ItemAsync(_january, AllocationStrategy.None), null,
        ];
        await _costs.ReadingAsync(_january, _items[1]!, anns, 0, 10);
        await _costs.ReadingAsync(_january, _items[1]!, bens, 0, 20);
    }

    private async Task StepAsync(Random random)
    {
        fixture.World.Clock.Tick();
        var (amount, item) = (random.Next(1, 10_000) / 100m, _items[random.Next(_items.Length)]);
        var at = random.Next(_expenses.Count + 1);
        if (at == _expenses.Count || _expenses.Count < 3)
        {
            _expenses.Add(await _costs.ExpenseAsync(_january, amount, item, refund: random.Next(4) == 0));
        }
        else if (random.Next(3) > 0)
        {
            var input = _expenses[at].ToInput() with { Amount = amount, BudgetItemId = item?.Id, Refund = random.Next(4) == 0 };
            _expenses[at] = await _costs.Expenses.UpdateAsync(_expenses[at].Id, input, null, default);
        }
        else
        {
            await _costs.Expenses.DeleteAsync(_expenses[at].Id, null, default);
            _expenses.RemoveAt(at);
        }
    }

    private async Task CompareAsync()
    {
        var before = await _costs.AllocationsAsync(_january);
        await _costs.CloseAsync(_january, confirm: true);
        (await _costs.AllocationsAsync(_january)).Should().Equal(before);
        await _costs.ReopenAsync(_january);
    }

    private async Task<decimal> TariffAsync() => (await _costs.SheetAsync(_january)).Tariffs;
}
