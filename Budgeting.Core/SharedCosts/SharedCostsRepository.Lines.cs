using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>The lines that expenses are allocated in.</summary>
internal sealed partial class SharedCostsRepository
{
    private const int SourcesAtOnce = 200;

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

    /// <summary>The expenses that are shared by parts that come to something else, with their periods' names.</summary>
    public async Task<IReadOnlyList<(string Period, Guid ExpenseId)>> WronglySharedAsync(CancellationToken cancellationToken)
    {
        var wrong = await
            (from shared in Db.AllocationLines.Where(l => !l.IsTariff).GroupBy(l => l.SourceId).Select(g => new { Id = g.Key, Amount = g.Sum(l => l.Amount) })
             join expense in Db.Expenses on shared.Id equals expense.Id
             where shared.Amount != (expense.Refund ? -expense.Amount : expense.Amount)
             join period in Db.Periods on expense.PeriodId equals period.Id
             select new { period.Name, expense.Id }).ToListAsync(cancellationToken);
        return wrong.Select(w => (w.Name, w.Id)).ToList();
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
}

internal sealed class SourceSum
{
    public Guid SourceId { get; set; }

    public int Days { get; set; }

    public decimal Weight { get; set; }

    public decimal Amount { get; set; }
}
