using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>Does what people do, in any order that they may do it in, and tells a model of it.</summary>
internal sealed class RandomHistory
{
    private readonly Random _random;
    private readonly List<(int Period, ContributionDto Dto)> _contributions = [];
    private readonly List<(int Period, ExpenseDto Dto)> _expenses = [];
    private readonly List<BudgetItemDto[]> _items = [];
    private readonly List<(OwnerDto Owner, PropertyDto Property)> _owned = [];
    private readonly bool[] _closed;

    private RandomHistory(TestCosts costs, int periods, Random random) =>
        (Costs, _random, _closed, Model) = (costs, random, new bool[periods], new CostsModel(periods));

    public TestCosts Costs { get; }

    public List<PeriodDto> Periods { get; } = [];

    public CostsModel Model { get; }

    public static async Task<RandomHistory> BeginAsync(TestWorld world, TestCosts costs, int periods, Random random)
    {
        var history = new RandomHistory(costs, periods, random);
        foreach (var (name, weight) in new[] { ("Ann", 3m), ("Ben", 1.5m), ("Cleo", 0m), ("Dan", 7.25m) })
        {
            // Who gets the odd cent goes by ids, and those by time.
            world.Clock.Tick();
            history._owned.Add(await costs.OwnedAsync(name, weight));
            history.Model.Properties.Add((history._owned[^1].Property.Id, history._owned[^1].Owner.Id, weight));
        }

        for (var i = 0; i < periods; i++)
        {
            var period = await costs.MonthAsync(i + 1);
            history.Periods.Add(period);
            history._items.Add([
                await costs.ItemAsync(period), await costs.ItemAsync(period, AllocationStrategy.FixedFee), await costs.ItemAsync(period, AllocationStrategy.None)]);
        }

        await costs.Periods.SetOpeningAsync(history.Periods[0].Id, new OpeningInput(history._owned[0].Owner.Id, 12.34m), default);
        history.Model.FirstOpening[history._owned[0].Owner.Id] = 12.34m;
        return history;
    }

    public async Task StepAsync()
    {
        var period = _random.Next(Periods.Count);
        switch (_random.Next(10))
        {
            case 0 or 1 when _closed[period]:
                await Costs.ReopenAsync(Periods[period]);
                _closed[period] = false;
                break;
            case 0 or 1 or 2 when !_closed[period]:
                await Costs.CloseAsync(Periods[period], confirm: true);
                _closed[period] = true;
                break;
            case 3 or 4 when !_closed[period]:
                await ContributeAsync(period);
                break;
            case 5 or 6 when !_closed[period]:
                await SpendAsync(period);
                break;
            case 7 when !_closed[period]:
                var owner = Owner();
                Model.Charges[(period, Guid.NewGuid())] = (owner.Id, (await Costs.ChargeAsync(Periods[period], owner, Amount())).Amount);
                break;
            case 8 when _contributions.Count > 0:
                await ChangeAsync(_random.Next(_contributions.Count));
                break;
            case 9 when _expenses.Count > 0:
                await ReplaceAsync(_random.Next(_expenses.Count));
                break;
        }
    }

    /// <summary>Closes what is open, the latest first, so that each later one has to follow.</summary>
    public async Task CloseAllAsync()
    {
        for (var i = Periods.Count - 1; i >= 0; i--)
        {
            if (!_closed[i])
            {
                await Costs.CloseAsync(Periods[i], confirm: true);
            }
        }
    }

    private async Task ContributeAsync(int period)
    {
        var dto = await Costs.ContributionAsync(Periods[period], Owner(), Amount());
        _contributions.Add((period, dto));
        Model.Contributions[(period, dto.Id)] = (dto.OwnerId, dto.Amount);
    }

    private async Task SpendAsync(int period)
    {
        var item = _random.Next(4) is var i && i < 3 ? _items[period][i] : null;
        var dto = await Costs.ExpenseAsync(Periods[period], Amount(), item, _random.Next(3) == 0 ? Owner() : null, refund: _random.Next(5) == 0);
        _expenses.Add((period, dto));
        Tell(period, dto);
    }

    private async Task ChangeAsync(int at)
    {
        var (period, dto) = _contributions[at];
        if (!_closed[period])
        {
            var changed = await Costs.Contributions.UpdateAsync(dto.Id, dto.ToInput() with { Amount = Amount(), OwnerId = Owner().Id }, null, default);
            Model.Contributions[(period, dto.Id)] = (changed.OwnerId, changed.Amount);
        }
    }

    private async Task ReplaceAsync(int at)
    {
        var (period, dto) = _expenses[at];
        if (_closed[period])
        {
            return;
        }

        if (_random.Next(2) == 0)
        {
            await Costs.Expenses.DeleteAsync(dto.Id, null, default);
            _expenses.RemoveAt(at);
            Model.Expenses.Remove((period, dto.Id));
            return;
        }

        var input = dto.ToInput() with { Amount = Amount(), BudgetItemId = _items[period][_random.Next(3)].Id };
        Tell(period, await Costs.Expenses.UpdateAsync(dto.Id, input, null, default));
    }

    private void Tell(int period, ExpenseDto dto) => Model.Expenses[(period, dto.Id)] = (
        dto.PaidByOwnerId,
        dto.Refund ? -dto.Amount : dto.Amount,
        dto.BudgetItemId is { } id ? _items[period].Single(i => i.Id == id).Strategy : AllocationStrategy.None);

    private OwnerDto Owner() => _owned[_random.Next(_owned.Count)].Owner;

    private decimal Amount() => (_random.Next(100_000) + 1) / 100m;
}
