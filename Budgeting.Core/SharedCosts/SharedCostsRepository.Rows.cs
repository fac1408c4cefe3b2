using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Budgeting.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What is asked of every kind of row that is recorded in a period for a day of it.</summary>
internal sealed partial class SharedCostsRepository
{
    /// <summary>In the order of their days.</summary>
    public async Task<IReadOnlyList<TDto>> ByDayAsync<TRow, TDto>(
        Expression<Func<TRow, TDto>> dto, Expression<Func<TRow, bool>> which, CancellationToken cancellationToken)
        where TRow : class, IDatedRow =>
        await Db.Set<TRow>().Where(which).OrderBy(r => r.Date).ThenBy(r => r.Id).Select(dto).ToListAsync(cancellationToken);

    /// <summary>One by one: there may be more than fit into memory. Between two pages other queries of the unit of work may run.</summary>
    /// <inheritdoc cref="ByDayAsync{TRow,TDto}(Expression{Func{TRow,TDto}}, Expression{Func{TRow,bool}}, CancellationToken)"/>
    public async IAsyncEnumerable<TDto> EachByDayAsync<TRow, TDto>(
        Expression<Func<TRow, TDto>> dto, Guid periodId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRow : class, IDatedRow
        where TDto : IDated
    {
        string? cursor = null;
        do
        {
            var page = await ByDayAsync(dto, r => r.PeriodId == periodId, PageRequest.Of(PageRequest.MaxLimit, cursor), cancellationToken);
            foreach (var row in page.Items)
            {
                yield return row;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    /// <inheritdoc cref="ByDayAsync{TRow,TDto}(Expression{Func{TRow,TDto}}, Expression{Func{TRow,bool}}, CancellationToken)"/>
    public async Task<Page<TDto>> ByDayAsync<TRow, TDto>(
        Expression<Func<TRow, TDto>> dto, Expression<Func<TRow, bool>> which, PageRequest page, CancellationToken cancellationToken)
        where TRow : class, IDatedRow
        where TDto : IDated
    {
        var rows = await Db.Set<TRow>().Where(which).After(page, r => r.Date).Select(dto).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return page.ToPage(rows, r => new Cursor<DateOnly>(r.Date, r.Id));
    }

    /// <summary>Some of a period, the latest first, with the count and the sum of all.</summary>
    /// <param name="amount">What is added.</param>
    /// <param name="isLess">Whether it counts with the opposite sign.</param>
    public async Task<ListedRows<TDto>> LatestAsync<TRow, TDto>(
        Expression<Func<TRow, TDto>> dto, RecordQuery query, Expression<Func<TRow, decimal>> amount, Expression<Func<TRow, bool>> isLess, CancellationToken cancellationToken)
        where TRow : class, IDatedRow
    {
        var all = Db.Set<TRow>().Where(r => r.PeriodId == query.PeriodId);
        var rows = await all.OrderByDescending(r => r.Date).ThenByDescending(r => r.Id).Skip(query.Skip).Take(query.Take).Select(dto).ToListAsync(cancellationToken);
        var sums = await all.GroupBy(isLess, amount).Select(g => new { IsLess = g.Key, Count = g.Count(), Amount = g.Sum() }).ToListAsync(cancellationToken);
        return new ListedRows<TDto>(rows, sums.Sum(s => s.Count), sums.Sum(s => s.IsLess ? -s.Amount : s.Amount));
    }

    /// <summary>Which of the keys were imported into the period before.</summary>
    public Task<IReadOnlySet<Guid>> ImportedAsync<TRow>(Guid periodId, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
        where TRow : class, IImportedRow => Db.KnownAsync<TRow>((nameof(IPeriodRow.PeriodId), periodId), nameof(IImportedRow.ImportKey), keys, cancellationToken);

    /// <summary>What was recorded for these days without a file.</summary>
    public async Task<IReadOnlyList<TRow>> ByHandAsync<TRow>(Guid periodId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        where TRow : class, IImportedRow =>
        await Db.Set<TRow>().AsNoTracking()
            .Where(r => r.PeriodId == periodId && r.ImportKey == null && r.Date >= first && r.Date <= last)
            .ToListAsync(cancellationToken);
}

/// <summary>What a page lists of a period.</summary>
/// <param name="Rows">As many as were asked for.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Total">Σ of all there are; <c>null</c> where a sum says nothing.</param>
internal sealed record ListedRows<T>(IReadOnlyList<T> Rows, int Count, decimal? Total);
