using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>The figures of a balance sheet, and what of a period isn't in them.</summary>
internal sealed partial class SharedCostsRepository
{
    // Amounts are stored as whole millionths, which a cast doesn't convert.
    private const decimal MillionthsPerUnit = 1_000_000;

    /// <summary>Every figure of a balance sheet in one statement, each sum over a covering index in its order.</summary>
    private static readonly Func<BudgetingDbContext, Guid, IAsyncEnumerable<FigureRow>> FiguresQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db, Guid periodId) =>
            db.Set<AllocationLine>().Where(l => l.PeriodId == periodId)
                .GroupBy(l => new { l.OwnerId, l.IsTariff })
                .Select(g => new FigureRow { Kind = Figure.Allocated, OwnerId = g.Key.OwnerId, Flag = g.Key.IsTariff, Amount = g.Sum(l => l.Amount) })
                .Concat(db.Set<Contribution>().Where(c => c.PeriodId == periodId)
                    .GroupBy(c => new { c.OwnerId, c.Payout })
                    .Select(g => new FigureRow { Kind = Figure.Contributions, OwnerId = g.Key.OwnerId, Flag = g.Key.Payout, Amount = g.Sum(c => c.Amount) }))
                .Concat(db.Set<Expense>().Where(e => e.PeriodId == periodId)
                    .GroupBy(e => new { e.PaidByOwnerId, e.Refund })
                    .Select(g => new FigureRow { Kind = Figure.Expenses, OwnerId = g.Key.PaidByOwnerId, Flag = g.Key.Refund, Amount = g.Sum(e => e.Amount) }))
                .Concat(db.Set<Charge>().Where(c => c.PeriodId == periodId)
                    .GroupBy(c => c.OwnerId)
                    .Select(g => new FigureRow { Kind = Figure.Charges, OwnerId = g.Key, Flag = false, Amount = g.Sum(c => c.Amount) }))
                .Concat(db.Set<Expense>().Where(e => e.PeriodId == periodId &&
                        db.Set<BudgetItem>().Any(i => i.Id == e.BudgetItemId && i.Strategy == AllocationStrategy.None))
                    .GroupBy(e => e.Refund)
                    .Select(g => new FigureRow { Kind = Figure.LeftToFund, OwnerId = null, Flag = g.Key, Amount = g.Sum(e => e.Amount) }))
                .Concat(db.Set<Expense>().Where(e => e.PeriodId == periodId &&
                        (e.BudgetItemId == null || (!db.Set<AllocationLine>().Any(l => l.SourceId == e.Id) &&
                            !db.Set<BudgetItem>().Any(i => i.Id == e.BudgetItemId && i.Strategy == AllocationStrategy.None))))
                    .GroupBy(e => e.Refund)
                    .Select(g => new FigureRow { Kind = Figure.NotSharedYet, OwnerId = null, Flag = g.Key, Amount = g.Sum(e => e.Amount) }))
                .Concat(db.Set<OpeningBalance>().Where(b => b.PeriodId == periodId)
                    .Select(b => new FigureRow { Kind = Figure.Opening, OwnerId = b.OwnerId, Flag = false, Amount = b.Amount }))
                .Concat(db.Set<ClosingBalance>().Where(b => b.PeriodId == periodId)
                    .Select(b => new FigureRow { Kind = Figure.TakesPart, OwnerId = b.OwnerId, Flag = false, Amount = 0 }))
                .Concat(db.Set<PeriodShare>().Where(s => s.PeriodId == periodId)
                    .Select(s => new FigureRow { Kind = Figure.TakesPart, OwnerId = s.OwnerId, Flag = false, Amount = 0 })));

    internal enum Figure
    {
        Opening,

        /// <summary>The flag: paid out.</summary>
        Contributions,

        /// <summary>By who paid; the flag: got back.</summary>
        Expenses,

        /// <summary>The flag: by a tariff.</summary>
        Allocated,
        Charges,

        /// <summary>Of the expenses, those of an item that is shared by nobody; the flag: got back.</summary>
        LeftToFund,

        /// <summary>Of the expenses, those of no item, and of one that has nothing to go by; the flag: got back.</summary>
        NotSharedYet,

        /// <summary>No amount: the owner has a property in the period, or had a balance when it was closed.</summary>
        TakesPart,
    }

    public async Task<IReadOnlyList<FigureRow>> FiguresAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var rows = new List<FigureRow>();
        await foreach (var row in FiguresQuery(Db, periodId).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The expenses that nobody bears a share of.</summary>
    public Task<IReadOnlyList<ExpenseDto>> NotSharedAsync(Guid periodId, CancellationToken cancellationToken) => ByDayAsync(
        ExpenseRecords.Projection,
        e => e.PeriodId == periodId && (e.BudgetItemId == null || !Db.Set<AllocationLine>().Any(l => l.SourceId == e.Id)),
        cancellationToken);

    /// <summary>What is allocated by tariffs, by payment type.</summary>
    public async Task<IReadOnlyList<NamedAmount>> TariffsAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var sums = await Db.AllocationLines.Where(l => l.PeriodId == periodId && l.IsTariff)
            .Join(Db.BudgetItems, l => l.BudgetItemId, i => i.Id, (l, i) => new { i.PaymentType, l.Amount })
            .GroupBy(l => l.PaymentType)
            .Select(g => new { Name = g.Key, Amount = g.Sum(l => l.Amount) })
            .ToListAsync(cancellationToken);
        return ByName(sums.Select(s => new NamedAmount(s.Name, s.Amount)), s => s.Name);
    }

    /// <summary>The items of a period whose expenses come to something that nothing could be allocated by.</summary>
    public async Task<IReadOnlyList<BudgetItemDto>> ItemsWithoutBasisAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var sums = await Db.Expenses
            .Where(e => e.PeriodId == periodId && e.BudgetItemId != null && !Db.Set<AllocationLine>().Any(l => l.SourceId == e.Id) &&
                Db.Set<BudgetItem>().Any(i => i.Id == e.BudgetItemId && i.Strategy != AllocationStrategy.None))
            .GroupBy(e => new { e.BudgetItemId, e.Refund })
            .Select(g => new { g.Key.BudgetItemId, g.Key.Refund, Amount = g.Sum(e => e.Amount) })
            .ToListAsync(cancellationToken);
        var ids = sums.GroupBy(s => s.BudgetItemId!.Value).Where(g => g.Sum(s => s.Refund ? -s.Amount : s.Amount) != 0).Select(g => g.Key).ToList();
        return ids.Count == 0 ? [] : await Db.BudgetItems.Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).Select(BudgetItemRecords.Projection).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Σ amounts of one kind in a period, whatever their signs; of so many and large ones that the engine couldn't add them exactly, to
    /// some 15 digits.
    /// </summary>
    public async Task<decimal> RoughSumAsync(RecordedSum of, Guid periodId, CancellationToken cancellationToken) => (decimal)(of switch
    {
        RecordedSum.Contributions => await Db.Contributions.Where(c => c.PeriodId == periodId).SumAsync(c => (double)c.Amount, cancellationToken),
        RecordedSum.Expenses => await Db.Expenses.Where(e => e.PeriodId == periodId).SumAsync(e => (double)e.Amount, cancellationToken),
        RecordedSum.Charges => await Db.Charges.Where(c => c.PeriodId == periodId).SumAsync(c => (double)c.Amount, cancellationToken),
        RecordedSum.Tariffs => await Db.AllocationLines.Where(l => l.PeriodId == periodId && l.IsTariff).SumAsync(l => (double)l.Amount, cancellationToken),
        RecordedSum.Budget => await Db.BudgetItems.Where(i => i.PeriodId == periodId).SumAsync(i => (double)i.BudgetedCost, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(of), of, message: null),
    }) / MillionthsPerUnit;
}

/// <summary>A sum of one kind for one owner; without one, the fund's.</summary>
internal sealed class FigureRow
{
    public SharedCostsRepository.Figure Kind { get; set; }

    public Guid? OwnerId { get; set; }

    public bool Flag { get; set; }

    public decimal Amount { get; set; }
}
