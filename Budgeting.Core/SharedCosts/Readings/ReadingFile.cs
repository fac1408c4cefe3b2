using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What meters showed, as a file. A meter of a property that was read for an item is there already, whatever it showed.
/// </summary>
internal sealed class ReadingFile(RecordFileContext context, ReadingRecords records)
    : RecordFile<Reading, ReadingInput, ReadingDto>(context, records, Fields, "readings")
{
    private static readonly CsvFields<ReadingInput, ReadingDto> Fields = new(ReadingInput.Fields, informative: "consumption");

    private readonly HashSet<(Guid, Guid, string)> _read = [];

    protected override async Task<IReadOnlyList<ReadingDto>> AllAsync(CancellationToken cancellationToken) =>
        await ReadingRecords.DtosOfAsync(Context.Repository, [.. (await RowsAsync(cancellationToken)).OrderBy(r => r.Id)], Context.Work.Currency, cancellationToken);

    protected override IEnumerable<object?> InformativeOf(ReadingDto record) => [CsvFile.Number(record.Consumption)];

    protected override async Task FillAsync(CsvRow line, Reading row, ReadingInput input, CancellationToken cancellationToken)
    {
        await records.FillAsync(row, input, cancellationToken);
        line.Check.That(_read.Add((row.BudgetItemId, row.PropertyId, row.MeterSerial)), "meterSerial", "The file has this meter of the property twice.");
    }

    protected override IEnumerable<object?> ContentOf(Reading row) => [row.BudgetItemId, row.PropertyId, row.MeterSerial];

    protected override Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());

    protected override Task<IReadOnlyList<Reading>> OthersAsync(IReadOnlyCollection<Reading> rows, CancellationToken cancellationToken) =>
        RowsAsync(cancellationToken);

    protected override async Task AddedAsync(IReadOnlyList<Reading> rows, CancellationToken cancellationToken)
    {
        foreach (var item in rows.Select(r => r.BudgetItemId))
        {
            Context.Work.Touch(item);
        }

        await Context.Work.ReallocateAsync(cancellationToken);
    }

    protected override ImportedRecord ImportedOf(int line, Reading row) =>
        new(line, $"{Context.NameOf("property", row.PropertyId)}, meter {row.MeterSerial}", Date: null, Consumption.Of(row));

    private async Task<IReadOnlyList<Reading>> RowsAsync(CancellationToken cancellationToken)
    {
        var items = (await Context.Repository.ItemsAsync(Context.Period.Id, cancellationToken)).Select(i => i.Id).ToList();
        return await Context.Repository.ReadingsOfItemsAsync(items, cancellationToken);
    }
}
