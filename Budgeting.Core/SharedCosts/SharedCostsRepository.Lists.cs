using Budgeting.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What a period's page lists.</summary>
internal sealed partial class SharedCostsRepository
{
    private static readonly Func<Expense, ExpenseDto> ExpenseDtoOf = ExpenseRecords.Projection.Compile();

    public async Task<IReadOnlyList<BudgetItemDto>> ItemsByTypeAsync(Guid periodId, CancellationToken cancellationToken) =>
        ByName(await Db.BudgetItems.Where(i => i.PeriodId == periodId).OrderBy(i => i.Id).Select(BudgetItemRecords.Projection).ToListAsync(cancellationToken), i => i.PaymentType);

    /// <summary>The latest expenses that are called something like it: they are read until there are enough, since no engine compares texts so loosely.</summary>
    public async Task<IReadOnlyList<FoundExpense>> FindExpensesAsync(string[] words, int most, CancellationToken cancellationToken)
    {
        var places = new Dictionary<Guid, int>();
        var latestFirst = Db.Expenses.OrderByDescending(e => e.Date).ThenByDescending(e => e.Id)
            .Join(Db.Periods, e => e.PeriodId, p => p.Id, (expense, period) => new { Expense = expense, Period = period.Name })
            .AsNoTracking();
        return await latestFirst.AsAsyncEnumerable()
            .Select(r => (r.Expense, r.Period, Place: places[r.Expense.PeriodId] = places.GetValueOrDefault(r.Expense.PeriodId, -1) + 1))
            .Where(r => LooseText.HasAll($"{r.Expense.Vendor} {r.Expense.Description} {r.Expense.PaymentType}", words))
            .Take(most)
            .Select(r => new FoundExpense(ExpenseDtoOf(r.Expense), r.Period, r.Place))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The last one that was added first.</summary>
    public async Task<ListedRows<Reading>> LatestReadingsAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var all = Db.Readings.AsNoTracking().Where(r => r.PeriodId == query.PeriodId);
        return new ListedRows<Reading>(
            await all.OrderByDescending(r => r.Id).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken), await all.CountAsync(cancellationToken), Total: null);
    }

    /// <summary>What was paid in and spent in a period, by the month of its day; months without either are left out.</summary>
    public async Task<IReadOnlyList<MonthFigures>> MonthsAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var contributions = await Db.Contributions.Where(c => c.PeriodId == periodId)
            .GroupBy(c => new { c.Date.Year, c.Date.Month, c.Payout })
            .Select(g => new { g.Key.Year, g.Key.Month, IsLess = g.Key.Payout, Amount = g.Sum(c => c.Amount) })
            .ToListAsync(cancellationToken);
        var expenses = await Db.Expenses.Where(e => e.PeriodId == periodId)
            .GroupBy(e => new { e.Date.Year, e.Date.Month, e.Refund })
            .Select(g => new { g.Key.Year, g.Key.Month, IsLess = g.Key.Refund, Amount = g.Sum(e => e.Amount) })
            .ToListAsync(cancellationToken);
        return contributions.Select(c => new MonthFigures(new DateOnly(c.Year, c.Month, 1), c.IsLess ? -c.Amount : c.Amount, 0))
            .Concat(expenses.Select(e => new MonthFigures(new DateOnly(e.Year, e.Month, 1), 0, e.IsLess ? -e.Amount : e.Amount)))
            .GroupBy(m => m.Month)
            .OrderBy(g => g.Key)
            .Select(g => new MonthFigures(g.Key, g.Sum(m => m.Contributions), g.Sum(m => m.Expenses)))
            .ToList();
    }
}
