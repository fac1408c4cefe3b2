using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What meters showed. Each is answered with its part of what its property bears of the item.</summary>
internal sealed class ReadingRecords(PeriodContext period) : PeriodRecords<Reading, ReadingInput, ReadingDto>(period)
{
    private ReadingRules? _rules;

    protected override string Noun => "reading";

    protected override Role LeastRole => Role.Admin;

    // What it costs follows from other rows: see AnswerAsync.
    protected override Expression<Func<Reading, ReadingDto>> Dto => throw new NotSupportedException("A reading's cost isn't in its row.");

    protected override async Task<Page<ReadingDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        page.ToPage(await DtosOfAsync(Repository, await Repository.ReadingsAsync(parentId, page, cancellationToken), Period.Currency, cancellationToken), r => r.Id);

    /// <summary>The last one that was added first.</summary>
    public static async Task<ListedRows<ReadingDto>> LatestAsync(
        SharedCostsRepository repository, Currency currency, RecordQuery query, CancellationToken cancellationToken)
    {
        var latest = await repository.LatestReadingsAsync(query, cancellationToken);
        return new ListedRows<ReadingDto>(await DtosOfAsync(repository, latest.Rows, currency, cancellationToken), latest.Count, latest.Total);
    }

    public override Reading New(Guid id, Guid parentId) => new()
    {
        Id = id, OrganizationId = Work.OrganizationId, PeriodId = parentId, BudgetItemId = default, PropertyId = default, MeterSerial = "",
    };

    /// <exception cref="ConflictException">This meter of the property was read for the item already: <c>reading.exists</c>.</exception>
    public override async Task WriteAsync(Reading row, ReadingInput input, CancellationToken cancellationToken)
    {
        await FillAsync(row, input, cancellationToken);
        if (await Repository.IsReadAsync(row.BudgetItemId, row.PropertyId, row.MeterSerial, row.Id, cancellationToken))
        {
            throw new ConflictException("reading.exists", $"Meter {row.MeterSerial} of this property was read for this item already.");
        }
    }

    /// <summary>Writes what a file's line says, which may be there already.</summary>
    public Task FillAsync(Reading row, ReadingInput input, CancellationToken cancellationToken) =>
        (_rules ??= new ReadingRules(Repository, row.PeriodId)).ApplyAsync(row, input, cancellationToken);

    protected override Task TouchAsync(Reading row, CancellationToken cancellationToken)
    {
        Period.Touch(row.BudgetItemId);
        return Task.CompletedTask;
    }

    protected override async Task<Func<ReadingDto>> AnswerAsync(Reading row, CancellationToken cancellationToken)
    {
        var dto = (await DtosOfAsync(Repository, [row], Period.Currency, cancellationToken))[0];
        return () => dto;
    }

    internal static async Task<IReadOnlyList<ReadingDto>> DtosOfAsync(
        SharedCostsRepository repository, IReadOnlyList<Reading> readings, Currency currency, CancellationToken cancellationToken)
    {
        var items = readings.Select(r => r.BudgetItemId).Distinct().ToList();
        var sources = (await repository.SourcesOfItemsAsync(items, cancellationToken)).Select(s => s.Id).Concat(items).ToList();
        var costs = await repository.CostsAsync(sources, cancellationToken);
        var parts = (await repository.ReadingsOfItemsAsync(items, cancellationToken))
            .GroupBy(r => (r.BudgetItemId, r.PropertyId))
            .SelectMany(g => PartsOf(costs.GetValueOrDefault(g.Key), [.. g], currency))
            .ToDictionary(p => p.Key, p => p.Amount);
        return readings.Select(r => new ReadingDto(
            r.Id, r.PeriodId, r.BudgetItemId, r.PropertyId, r.MeterSerial, r.StartReading, r.EndReading, r.Capacity, r.Estimated,
            Consumption.Of(r), parts[r.Id], r.Version)).ToList();
    }

    // A property with several meters bears one share: each has a part of it, so that they add up. An item that isn't shared by
    // consumption any more may have cost without any.
    private static IReadOnlyList<AllocationShare<Guid>> PartsOf(decimal cost, IReadOnlyList<Reading> meters, Currency currency)
    {
        var isCounted = meters.Any(m => Consumption.Of(m) > 0);
        return Allocation.Of(cost, currency.MinorUnits, meters.Select(m => new AllocationWeight<Guid>(m.Id, isCounted ? Consumption.Of(m) : 1)).ToList());
    }
}
