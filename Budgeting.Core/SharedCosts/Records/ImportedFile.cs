using System.Linq.Expressions;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>Dated records as a file, whose lines are known again by what they say.</summary>
internal abstract class ImportedFile<TRow, TInput, TDto>(
    RecordFileContext context, PeriodRecords<TRow, TInput, TDto> records, Expression<Func<TRow, TDto>> dto, CsvFields<TInput, TDto> fields, string name)
    : RecordFile<TRow, TInput, TDto>(context, records, fields, name)
    where TRow : class, IImportedRow
    where TInput : class, new()
    where TDto : class, IDated
{
    protected sealed override Task<IReadOnlyList<TDto>> AllAsync(CancellationToken cancellationToken) =>
        Context.Repository.ByDayAsync(dto, r => r.PeriodId == Context.Period.Id, cancellationToken);

    protected sealed override Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Context.Repository.ImportedAsync<TRow>(Context.Period.Id, keys, cancellationToken);

    protected sealed override async Task<IReadOnlyList<TRow>> OthersAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? []
            : await Context.Repository.ByHandAsync<TRow>(Context.Period.Id, rows.Min(r => r.Date), rows.Max(r => r.Date), cancellationToken);

    protected sealed override void SetKey(TRow row, Guid key) => row.ImportKey = key;
}
