using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the files of a period need, whatever they have lines of.</summary>
internal sealed record RecordFileContext(
    SharedCostsRepository Repository,
    RecordRules Records,
    ServicePeriod Period,
    Currency Currency,
    TimeProvider Time,
    NamedThings Owners,
    NamedThings Properties,
    NamedThings Items);

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
/// <param name="context">The period's.</param>
/// <param name="columns">The file's.</param>
/// <param name="fields">The columns that aren't called like the fields they are for.</param>
internal abstract class RecordFile<TRow>(RecordFileContext context, CsvColumns columns, IReadOnlyDictionary<string, string> fields) : RecordFile
    where TRow : class, IAudited
{
    private IReadOnlyList<TRow> _new = [];

    protected RecordFileContext Context => context;

    public sealed override async Task<RecordImport> PlanAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var table = CsvTable.Read(file.Span, columns);
        var (read, now) = (new List<(int Line, TRow Row)>(table.Rows.Count), context.Time.GetUtcNow());
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
            [.. added.Take(RecordImport.MostShown).Select(l => Told(l.Line, l.Input))]);
    }

    public sealed override Task AddAsync(CancellationToken cancellationToken) => AddAsync(_new, cancellationToken);

    /// <summary>The row that a line stands for; what is wrong is said to the line's check.</summary>
    protected abstract Task<TRow> ReadAsync(CsvRow line, Guid id, CancellationToken cancellationToken);

    /// <summary>What a row means, in an order that stays.</summary>
    protected abstract IEnumerable<object?> ContentOf(TRow row);

    /// <summary>Which of the keys were imported before.</summary>
    protected abstract Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken);

    /// <summary>What was recorded in another way, as far as it could be what these are.</summary>
    protected abstract Task<IReadOnlyList<TRow>> OthersAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken);

    protected abstract Task AddAsync(IReadOnlyList<TRow> rows, CancellationToken cancellationToken);

    protected abstract ImportedRecord Told(int line, TRow row);

    protected virtual void SetKey(TRow row, Guid key)
    {
    }

    protected virtual decimal TotalOf(TRow row) => 0;

    protected virtual bool IsWithoutItem(TRow row) => false;

    /// <summary>Has a rule check what a line says. A cell that couldn't be read isn't told of twice.</summary>
    protected async Task CheckAsync(CsvRow line, Func<Task> rule)
    {
        try
        {
            await rule();
        }
        catch (InvalidException invalid)
        {
            var told = line.Check.Errors.Select(e => e.Field).ToHashSet(StringComparer.Ordinal);
            foreach (var (field, sentences) in invalid.Errors.Where(e => !told.Contains(ColumnOf(e.Key))))
            {
                line.Check.That(false, ColumnOf(field), string.Join(' ', sentences));
            }
        }
    }

    private string ColumnOf(string field) => fields.GetValueOrDefault(field, field);
}
