using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the files of a period need, whatever they have lines of.</summary>
internal sealed record RecordFileContext(PeriodContext Work, Period Period, IReadOnlyDictionary<string, RecordNameIndex> Names)
{
    public SharedCostsRepository Repository => Work.Repository;

    public string NameOf(string noun, Guid id) => Names[noun].NameOf(id);

    public static async Task<RecordFileContext> ReadAsync(PeriodContext work, Period period, CancellationToken cancellationToken)
    {
        var repository = work.Repository;
        return new RecordFileContext(work, period, new Dictionary<string, RecordNameIndex>(StringComparer.Ordinal)
        {
            ["owner"] = new("owner", (await repository.OwnerCardsAsync(cancellationToken)).Select(o => new NamedRecord(o.Id, o.Name, o.Active))),
            ["property"] = new(
                "property", (await repository.AllPropertiesAsync(cancellationToken)).OrderBy(p => p.Id).Select(p => new NamedRecord(p.Id, p.Name, p.Active))),

            // Items go by their payment type; several of one are numbered in the order in which they were added.
            ["item"] = new("budget item of this period", (await repository.ItemsAsync(period.Id, cancellationToken)).Select(i => new NamedRecord(i.Id, i.PaymentType))),
        });
    }
}

/// <summary>One kind of record as a file.</summary>
internal abstract class RecordFile
{
    public abstract Task<CsvFile> WriteAsync(CancellationToken cancellationToken);

    /// <summary>Reads a file and finds out what it adds.</summary>
    /// <exception cref="InvalidException">The file or some of its lines are wrong: <c>import.invalid</c>.</exception>
    public abstract Task<RecordImport> PlanAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken);

    /// <summary>Adds what was planned.</summary>
    public abstract Task AddAsync(CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal abstract class RecordFile<TRow, TInput, TDto>(
    RecordFileContext context, PeriodRecords<TRow, TInput, TDto> records, CsvFields<TInput, TDto> fields, string name) : RecordFile
    where TRow : class, IPeriodRow
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private IReadOnlyList<TRow> _new = [];

    protected RecordFileContext Context => context;

    public sealed override async Task<CsvFile> WriteAsync(CancellationToken cancellationToken) => CsvFile.Write(
        $"{context.Period.Name} {name}",
        [.. fields.Columns.Names, .. fields.Columns.Informative],
        (await AllAsync(cancellationToken)).Select(record => (IReadOnlyList<object?>)
            [.. fields.Write(record, context.Work.Currency, noun => context.Names[noun]), .. InformativeOf(record)]));

    public sealed override async Task<RecordImport> PlanAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var table = CsvTable.Read(file.Span, fields.Columns);
        var (read, now) = (new List<(int Line, TRow Row)>(table.Rows.Count), context.Work.Time.GetUtcNow());
        foreach (var row in table.Rows)
        {
            read.Add((row.Line, await ReadAsync(row, ImportIds.Of(now, read.Count), cancellationToken)));
        }

        table.ThrowIfAny();
        var plan = new ImportPlan<TRow>((row, occurrence) => ImportKey.Of(ContentOf(row), occurrence));
        var lines = plan.KeysOf(read);
        var added = plan.NewOf(
            lines,
            await ImportedAsync(lines.Select(l => l.Key).ToList(), cancellationToken),
            await OthersAsync(lines.Select(l => l.Input).ToList(), cancellationToken));
        foreach (var line in added)
        {
            SetKey(line.Input, line.Key);
        }

        _new = added.Select(l => l.Input).ToList();
        return new RecordImport(
            added.Count,
            lines.Count - added.Count,
            _new.Sum(TotalOf),
            _new.Count(IsWithoutItem),
            table.Ignored,
            [.. added.Take(RecordImport.MostShown).Select(l => ImportedOf(l.Line, l.Input))]);
    }

    public sealed override async Task AddAsync(CancellationToken cancellationToken)
    {
        await context.Repository.AddAsync(_new, cancellationToken);
        await AddedAsync(_new, cancellationToken);
    }

    /// <summary>Every record of the period, in the order of the file.</summary>
    protected abstract Task<IReadOnlyList<TDto>> AllAsync(CancellationToken cancellationToken);

    /// <summary>What a row means, in an order that stays.</summary>
    protected abstract IEnumerable<object?> ContentOf(TRow row);

    /// <summary>Which of the keys were imported before.</summary>
    protected abstract Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken);

    /// <summary>What was recorded in another way, as far as it could be what these are.</summary>
    protected abstract Task<IReadOnlyList<TRow>> OthersAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken);

    protected abstract ImportedRecord ImportedOf(int line, TRow row);

    /// <summary>The cells of the columns that only tell something.</summary>
    protected virtual IEnumerable<object?> InformativeOf(TDto record) => [];

    /// <summary>Writes what a line says to its row.</summary>
    protected virtual async Task FillAsync(CsvRow line, TRow row, TInput input, CancellationToken cancellationToken)
    {
        await records.WriteAsync(row, input, cancellationToken);
        await records.RequireMayAsync(row, cancellationToken);
    }

    /// <summary>Makes what follows from the rows that were added.</summary>
    protected virtual Task AddedAsync(IReadOnlyList<TRow> rows, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual void SetKey(TRow row, Guid key)
    {
    }

    protected virtual decimal TotalOf(TRow row) => 0;

    protected virtual bool IsWithoutItem(TRow row) => false;

    private async Task<TRow> ReadAsync(CsvRow line, Guid id, CancellationToken cancellationToken)
    {
        var row = records.New(id, context.Period.Id);
        await fields.ReadAsync(line, context.Work.Currency, noun => context.Names[noun], input => FillAsync(line, row, input, cancellationToken));
        return row;
    }
}
