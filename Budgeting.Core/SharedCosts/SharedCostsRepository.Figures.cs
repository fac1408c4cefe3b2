using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>Sums of a period, and the lines that its expenses are allocated in.</summary>
internal sealed partial class SharedCostsRepository
{
    private const int SourcesAtOnce = 200;

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

    /// <summary>What was spent and paid in, by period and payment type.</summary>
    public async Task<IReadOnlyList<SpendingRow>> SpendingAsync(Guid? periodId, CancellationToken cancellationToken) =>
        await Db.Expenses.Where(e => periodId == null || e.PeriodId == periodId)
            .GroupBy(e => new { e.PeriodId, e.PaymentType, e.Refund })
            .Select(g => new SpendingRow { PeriodId = g.Key.PeriodId, PaymentType = g.Key.PaymentType, Kind = g.Key.Refund ? Spending.GotBack : Spending.Spent, Amount = g.Sum(e => e.Amount) })
            .Concat(Db.BudgetItems.Where(i => periodId == null || i.PeriodId == periodId)
                .GroupBy(i => new { i.PeriodId, i.PaymentType })
                .Select(g => new SpendingRow { PeriodId = g.Key.PeriodId, PaymentType = g.Key.PaymentType, Kind = Spending.Budgeted, Amount = g.Sum(i => i.BudgetedCost) }))
            .Concat(Db.Contributions.Where(c => periodId == null || c.PeriodId == periodId)
                .GroupBy(c => new { c.PeriodId, c.Payout })
                .Select(g => new SpendingRow { PeriodId = g.Key.PeriodId, PaymentType = "", Kind = g.Key.Payout ? Spending.PaidOut : Spending.PaidIn, Amount = g.Sum(c => c.Amount) }))
            .ToListAsync(cancellationToken);

    public Task InsertLinesAsync(IReadOnlyCollection<AllocationLine> lines, CancellationToken cancellationToken) =>
        Db.InsertDerivedAsync(lines, cancellationToken);

    public async Task DeleteLinesAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken)
    {
        foreach (var some in sourceIds.Chunk(SourcesAtOnce))
        {
            await Db.DeleteDerivedAsync<AllocationLine>(l => some.Contains(l.SourceId), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<AllocationLine>> LinesOfAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken)
    {
        var lines = new List<AllocationLine>();
        foreach (var some in sourceIds.Chunk(SourcesAtOnce))
        {
            lines.AddRange(await Db.AllocationLines.AsNoTracking().Where(l => some.Contains(l.SourceId)).ToListAsync(cancellationToken));
        }

        return lines;
    }

    /// <summary>The lines of a period, or of one owner in it.</summary>
    public async Task<IReadOnlyList<AllocationLine>> LinesAsync(Guid periodId, Guid? ownerId, Guid? after, int take, CancellationToken cancellationToken) =>
        await Db.AllocationLines.AsNoTracking()
            .Where(l => l.PeriodId == periodId && (ownerId == null || l.OwnerId == ownerId) && (after == null || l.Id.CompareTo(after.Value) > 0))
            .OrderBy(l => l.Id)
            .Take(take)
            .ToListAsync(cancellationToken);

    /// <summary>Σ amounts and Σ weights of each source, by the days that the weights count for.</summary>
    public async Task<IReadOnlyList<SourceSum>> SourceSumsAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken)
    {
        var sums = new List<SourceSum>();
        foreach (var some in sourceIds.Chunk(SourcesAtOnce))
        {
            sums.AddRange(await Db.AllocationLines.Where(l => some.Contains(l.SourceId))
                .GroupBy(l => new { l.SourceId, l.Days })
                .Select(g => new SourceSum { SourceId = g.Key.SourceId, Days = g.Key.Days, Weight = g.Sum(l => l.Weight), Amount = g.Sum(l => l.Amount) })
                .ToListAsync(cancellationToken));
        }

        return sums;
    }

    /// <summary>What each property bears of each item, of the sources given.</summary>
    public async Task<IReadOnlyDictionary<(Guid ItemId, Guid PropertyId), decimal>> CostsAsync(
        IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken)
    {
        var costs = new Dictionary<(Guid ItemId, Guid PropertyId), decimal>();
        foreach (var some in sourceIds.Chunk(SourcesAtOnce))
        {
            var sums = await Db.AllocationLines.Where(l => some.Contains(l.SourceId))
                .GroupBy(l => new { l.BudgetItemId, l.PropertyId })
                .Select(g => new { g.Key.BudgetItemId, g.Key.PropertyId, Amount = g.Sum(l => l.Amount) })
                .ToListAsync(cancellationToken);
            sums.ForEach(s => costs[(s.BudgetItemId, s.PropertyId)] = costs.GetValueOrDefault((s.BudgetItemId, s.PropertyId)) + s.Amount);
        }

        return costs;
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

    /// <summary>What went in and out of the fund in each of these periods, and what of it went on to others.</summary>
    public async Task<IReadOnlyDictionary<Guid, FundRow>> FundAsync(IReadOnlyCollection<Guid> periodIds, CancellationToken cancellationToken)
    {
        var sums = await Db.OpeningBalances.Where(b => periodIds.Contains(b.PeriodId))
            .GroupBy(b => b.PeriodId)
            .Select(g => new { PeriodId = g.Key, IsClosing = false, Out = false, Amount = g.Sum(b => b.Amount) })
            .Concat(Db.Contributions.Where(c => periodIds.Contains(c.PeriodId))
                .GroupBy(c => new { c.PeriodId, c.Payout })
                .Select(g => new { g.Key.PeriodId, IsClosing = false, Out = g.Key.Payout, Amount = g.Sum(c => c.Amount) }))
            .Concat(Db.Expenses.Where(e => periodIds.Contains(e.PeriodId) && e.PaidByOwnerId == null)
                .GroupBy(e => new { e.PeriodId, e.Refund })
                .Select(g => new { g.Key.PeriodId, IsClosing = false, Out = !g.Key.Refund, Amount = g.Sum(e => e.Amount) }))
            .Concat(Db.ClosingBalances.Where(b => periodIds.Contains(b.PeriodId))
                .GroupBy(b => b.PeriodId)
                .Select(g => new { PeriodId = g.Key, IsClosing = true, Out = false, Amount = g.Sum(b => b.Balance) }))
            .ToListAsync(cancellationToken);
        return sums.GroupBy(s => s.PeriodId).ToDictionary(
            g => g.Key, g => new FundRow(g.Where(s => !s.IsClosing).Sum(s => s.Out ? -s.Amount : s.Amount), g.Where(s => s.IsClosing).Sum(s => s.Amount)));
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

/// <summary>What a period left in the fund.</summary>
/// <param name="Cash">Opening balances + contributions − what the fund paid.</param>
/// <param name="Closed">The balances that the period was closed with.</param>
internal sealed record FundRow(decimal Cash, decimal Closed)
{
    /// <summary>What is in no balance that is carried over.</summary>
    public decimal Kept => Cash - Closed;
}

internal enum Spending
{
    Budgeted,
    Spent,
    GotBack,
    PaidIn,
    PaidOut,
}

internal sealed class SpendingRow
{
    public Guid PeriodId { get; set; }

    public string PaymentType { get; set; } = "";

    public Spending Kind { get; set; }

    public decimal Amount { get; set; }
}

internal sealed class SourceSum
{
    public Guid SourceId { get; set; }

    public int Days { get; set; }

    public decimal Weight { get; set; }

    public decimal Amount { get; set; }
}
