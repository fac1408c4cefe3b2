using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What meters showed, as a file. A meter of a property that was read for an item is there already, whatever it showed.
/// </summary>
internal sealed class ReadingFile(RecordFileContext context, ReadingRules rules) : RecordFile<UtilityReading>(context, Columns, Fields)
{
    private const string BudgetItem = "budgetItem";
    private const string Property = "property";
    private const string MeterSerial = "meterSerial";
    private const string StartReading = "startReading";
    private const string EndReading = "endReading";
    private const string Capacity = "capacity";
    private const string Estimated = "estimated";

    private static readonly CsvColumns Columns = new(
        [BudgetItem, Property, MeterSerial, StartReading, EndReading, Capacity, Estimated],
        Required: [BudgetItem, Property, MeterSerial, StartReading, EndReading],
        Informative: ["consumption"]);

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal) { ["budgetItemId"] = BudgetItem, ["propertyId"] = Property };

    private readonly HashSet<(Guid, Guid, string)> _read = [];

    public override async Task<CsvFile> WriteAsync(CancellationToken cancellationToken) => CsvFile.Write(
        $"{Context.Period.Name} readings",
        [.. Columns.Names, .. Columns.Informative],
        (await AllAsync(cancellationToken)).OrderBy(r => r.Id).Select(r => new object?[]
        {
            Context.Items.NameOf(r.BudgetItemId),
            Context.Properties.NameOf(r.PropertyId),
            r.MeterSerial,
            CsvFile.Number(r.StartReading),
            CsvFile.Number(r.EndReading),
            CsvFile.Number(r.Capacity),
            r.Estimated,
            CsvFile.Number(Consumption.Of(r)),
        }));

    protected override async Task<UtilityReading> ReadAsync(CsvRow line, Guid id, CancellationToken cancellationToken)
    {
        var row = new UtilityReading
        {
            Id = id, OrganizationId = Context.Period.OrganizationId, PeriodId = Context.Period.Id, BudgetItemId = default, PropertyId = default, MeterSerial = "",
        };
        var input = new ReadingInput
        {
            BudgetItemId = Context.Items.Find(line, BudgetItem),
            PropertyId = Context.Properties.Find(line, Property),
            MeterSerial = line.Text(MeterSerial),
            StartReading = line.Amount(StartReading, Context.Currency),
            EndReading = line.Amount(EndReading, Context.Currency),
            Capacity = line.Amount(Capacity, Context.Currency),
            Estimated = line.Flag(Estimated),
        };
        await CheckAsync(line, () => rules.ApplyAsync(row, input, cancellationToken));
        line.Check.That(
            row.BudgetItemId == default || _read.Add((row.BudgetItemId, row.PropertyId, row.MeterSerial)), MeterSerial, "The file has this meter of the property twice.");
        return row;
    }

    protected override IEnumerable<object?> ContentOf(UtilityReading row) => [row.BudgetItemId, row.PropertyId, row.MeterSerial];

    protected override Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());

    protected override Task<IReadOnlyList<UtilityReading>> OthersAsync(IReadOnlyCollection<UtilityReading> rows, CancellationToken cancellationToken) =>
        AllAsync(cancellationToken);

    protected override async Task AddAsync(IReadOnlyList<UtilityReading> rows, CancellationToken cancellationToken)
    {
        await Context.Repository.AddAsync(rows, cancellationToken);
        await rules.ReallocateAsync(rows.Select(r => r.BudgetItemId), Context.Currency, Context.Time, cancellationToken);
    }

    protected override ImportedRecord Told(int line, UtilityReading row) =>
        new(line, $"{Context.Properties.NameOf(row.PropertyId)}, meter {row.MeterSerial}", Date: null, Consumption.Of(row));

    private async Task<IReadOnlyList<UtilityReading>> AllAsync(CancellationToken cancellationToken)
    {
        var items = (await Context.Repository.ItemsAsync(Context.Period.Id, cancellationToken)).Select(i => i.Id).ToList();
        return await Context.Repository.ReadingsOfItemsAsync(items, cancellationToken);
    }
}
