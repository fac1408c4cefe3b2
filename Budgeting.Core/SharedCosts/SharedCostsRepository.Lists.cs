using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What a period's page lists: the latest first.</summary>
internal sealed partial class SharedCostsRepository
{
    /// <summary>Each with what its owner had paid until then.</summary>
    public async Task<IReadOnlyList<ContributionDto>> LatestContributionsAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var rows = await Db.Contributions.Where(c => c.PeriodId == query.PeriodId)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Skip(query.Skip)
            .Take(query.Take)
            .Select(ContributionRecords.Projection)
            .ToListAsync(cancellationToken);
        return (await WithCumulativeAsync(query.PeriodId, rows.AsEnumerable().Reverse().ToList(), cancellationToken)).Reverse().ToList();
    }

    public async Task<IReadOnlyList<ExpenseDto>> LatestExpensesAsync(RecordQuery query, CancellationToken cancellationToken) =>
        await Db.Expenses.Where(e => e.PeriodId == query.PeriodId)
            .OrderByDescending(e => e.Date).ThenByDescending(e => e.Id)
            .Skip(query.Skip).Take(query.Take)
            .Select(ExpenseRecords.Projection)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<BudgetItemDto>> ItemsByTypeAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.BudgetItems.Where(i => i.PeriodId == periodId).OrderBy(i => i.PaymentType).ThenBy(i => i.Id).Select(BudgetItemRecords.Projection).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Reading>> LatestReadingsAsync(RecordQuery query, CancellationToken cancellationToken) =>
        await Db.Readings.AsNoTracking().Where(r => r.PeriodId == query.PeriodId).OrderByDescending(r => r.Id).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ChargeDto>> LatestChargesAsync(RecordQuery query, CancellationToken cancellationToken) =>
        await Db.Charges.Where(c => c.PeriodId == query.PeriodId)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Skip(query.Skip).Take(query.Take)
            .Select(ChargeRecords.Projection)
            .ToListAsync(cancellationToken);

    public async Task<RecordSum> ContributionSumAsync(Guid periodId, CancellationToken cancellationToken) => RecordSum.Of(
        await Db.Contributions.Where(c => c.PeriodId == periodId)
            .GroupBy(c => c.Payout)
            .Select(g => new SignedSum(g.Key, g.Count(), g.Sum(c => c.Amount)))
            .ToListAsync(cancellationToken));

    public async Task<RecordSum> ExpenseSumAsync(Guid periodId, CancellationToken cancellationToken) => RecordSum.Of(
        await Db.Expenses.Where(e => e.PeriodId == periodId)
            .GroupBy(e => e.Refund)
            .Select(g => new SignedSum(g.Key, g.Count(), g.Sum(e => e.Amount)))
            .ToListAsync(cancellationToken));

    public Task<int> ReadingCountAsync(Guid periodId, CancellationToken cancellationToken) =>
        Db.Readings.CountAsync(r => r.PeriodId == periodId, cancellationToken);

    public async Task<RecordSum> ChargeSumAsync(Guid periodId, CancellationToken cancellationToken) => RecordSum.Of(
        await Db.Charges.Where(c => c.PeriodId == periodId)
            .GroupBy(c => c.PeriodId)
            .Select(g => new SignedSum(false, g.Count(), g.Sum(c => c.Amount)))
            .ToListAsync(cancellationToken));

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

/// <summary>How many records there are, and what they come to.</summary>
internal sealed record RecordSum(int Count, decimal? Total)
{
    public static RecordSum Of(IReadOnlyList<SignedSum> sums) => new(sums.Sum(s => s.Count), sums.Sum(s => s.IsLess ? -s.Amount : s.Amount));
}

/// <param name="IsLess">Whether it counts with the opposite sign.</param>
internal sealed record SignedSum(bool IsLess, int Count, decimal Amount);
