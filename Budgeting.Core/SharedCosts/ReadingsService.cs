using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What meters showed. An edit shares what was recorded with the budget item again.</summary>
public sealed class ReadingsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private const decimal MaxReading = 100_000_000;

    /// <summary>In the order in which they were added, each with what its property bears of the item.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<ReadingDto>> ListAsync(Guid periodId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        var readings = await repository.ReadingsAsync(periodId, page, cancellationToken);
        return page.ToPage(await DtosOfAsync(repository, readings, cancellationToken), r => r.Id);
    }

    /// <exception cref="NotFoundException">No such reading here.</exception>
    public async Task<ReadingDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        return (await DtosOfAsync(repository, [await RequireAsync(repository, id, cancellationToken)], cancellationToken))[0];
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such reading here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<UtilityReading>(id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">
    /// The period is closed: <c>period.closed</c>. Or this meter of the property was read for the item: <c>reading.exists</c>.
    /// </exception>
    public async Task<ReadingDto> AddAsync(Guid periodId, ReadingInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        await new RecordRules(work, repository, current).RequireOpenAsync(periodId, cancellationToken);
        var reading = New(periodId);
        await ApplyAsync(repository, reading, input, cancellationToken);
        repository.Add(reading);
        return await SaveAsync(work, repository, reading, [reading.BudgetItemId], cancellationToken);
    }

    /// <summary>Adds what isn't there yet: all of it, or nothing where a line is wrong. A meter that was read for the item is known.</summary>
    /// <exception cref="InvalidException">Something in a line is wrong; its fields are named <c>lines[3].endReading</c>.</exception>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<ImportResult> ImportAsync(Guid periodId, IReadOnlyList<ReadingInput> lines, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        await new RecordRules(work, repository, current).RequireOpenAsync(periodId, cancellationToken);
        var items = (await repository.ItemsAsync(periodId, cancellationToken)).Select(i => i.Id).ToList();
        var known = (await repository.ReadingsOfItemsAsync(items, cancellationToken)).Select(r => (r.BudgetItemId, r.PropertyId, r.MeterSerial)).ToHashSet();
        var (errors, added) = (new Dictionary<string, string[]>(StringComparer.Ordinal), new List<UtilityReading>());
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (line is { BudgetItemId: { } item, PropertyId: { } property, MeterSerial: { } serial } && !known.Add((item, property, serial.Trim())))
            {
                continue;
            }

            added.Add(New(periodId));
            await Imports.CollectAsync(errors, index, () => ApplyAsync(repository, added[^1], line, cancellationToken));
            repository.Add(added[^1]);
        }

        Imports.ThrowIfAny(errors);
        await ReallocateAsync(repository, added.Select(r => r.BudgetItemId).Distinct().ToList(), cancellationToken);
        return await work.CommitAsync(() => new ImportResult(added.Count, lines.Count - added.Count), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out takes its default.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such reading here.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<ReadingDto> UpdateAsync(Guid id, ReadingInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var reading = await RequireAsync(repository, id, cancellationToken);
        await new RecordRules(work, repository, current).RequireEditableAsync(reading, reading.PeriodId, version, "reading", cancellationToken);
        var before = reading.BudgetItemId;
        await ApplyAsync(repository, reading, input, cancellationToken);
        return await SaveAsync(work, repository, reading, [before, reading.BudgetItemId], cancellationToken);
    }

    /// <exception cref="NotFoundException">No such reading here.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var reading = await RequireAsync(repository, id, cancellationToken);
        await new RecordRules(work, repository, current).RequireEditableAsync(reading, reading.PeriodId, version, "reading", cancellationToken);
        repository.Remove(reading);
        await ReallocateAsync(repository, [reading.BudgetItemId], cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    private async Task<ReadingDto> SaveAsync(
        UnitOfWork work, SharedCostsRepository repository, UtilityReading reading, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        await ReallocateAsync(repository, itemIds.Distinct().ToList(), cancellationToken);
        var dto = (await DtosOfAsync(repository, [reading], cancellationToken))[0];
        return await work.CommitAsync(() => dto, cancellationToken);
    }

    private async Task ReallocateAsync(SharedCostsRepository repository, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        var items = new List<BudgetItem>();
        foreach (var id in itemIds)
        {
            items.Add((await repository.ItemAsync(id, cancellationToken))!);
        }

        await new AllocationWriter(repository, await current.CurrencyAsync(cancellationToken), time).RewriteAsync(items, [], cancellationToken);
    }

    internal static async Task ApplyAsync(SharedCostsRepository repository, UtilityReading reading, ReadingInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        var item = input.BudgetItemId is { } itemId ? await repository.ItemAsync(itemId, cancellationToken) : null;
        check.That(item?.PeriodId == reading.PeriodId, "budgetItemId", "Choose a budget item of this period.");
        check.That(input.PropertyId is { } id && await repository.PropertyExistsAsync(id, cancellationToken), "propertyId", "Choose a property.");
        reading.MeterSerial = check.Required(input.MeterSerial, "meterSerial", "the meter's serial number", 60);
        CheckReading(check, input.StartReading, "startReading");
        CheckReading(check, input.EndReading, "endReading");
        check.That(
            input.Capacity is not null || !(input.EndReading < input.StartReading), "endReading", "It is before the start. Enter the meter's capacity if it went round.");
        check.That(
            input.Capacity is null || (input.Capacity <= MaxReading && input.Capacity >= (input.StartReading ?? 0) && input.Capacity >= (input.EndReading ?? 0)),
            "capacity",
            "The capacity is at least what the meter shows, and at most 100,000,000.");
        check.That(input.Capacity is null || decimal.Round(input.Capacity.Value, Money.Decimals) == input.Capacity, "capacity", "Use at most six decimals.");
        check.ThrowIfAny();
        if (await repository.IsReadAsync(item!.Id, input.PropertyId!.Value, reading.MeterSerial, reading.Id, cancellationToken))
        {
            throw new ConflictException("reading.exists", $"Meter {reading.MeterSerial} of this property was read for this item already.");
        }

        (reading.BudgetItemId, reading.PropertyId, reading.Estimated) = (item.Id, input.PropertyId.Value, input.Estimated);
        (reading.StartReading, reading.EndReading, reading.Capacity) = (input.StartReading!.Value, input.EndReading!.Value, input.Capacity);
    }

    private static void CheckReading(Check check, decimal? reading, string field)
    {
        check.That(reading is not null, field, "Enter what the meter shows.");
        check.That(reading is null or (>= 0 and <= MaxReading), field, "Enter 0 to 100,000,000.");
        check.That(reading is null || decimal.Round(reading.Value, Money.Decimals) == reading, field, "Use at most six decimals.");
    }

    internal static async Task<IReadOnlyList<ReadingDto>> DtosOfAsync(
        SharedCostsRepository repository, IReadOnlyList<UtilityReading> readings, CancellationToken cancellationToken)
    {
        var items = readings.Select(r => r.BudgetItemId).Distinct().ToList();
        var sources = (await repository.SourcesAsync(items, cancellationToken)).Select(s => s.Id).Concat(items).ToList();
        var costs = await repository.CostsAsync(sources, cancellationToken);
        return readings.Select(r => new ReadingDto(
            r.Id, r.PeriodId, r.BudgetItemId, r.PropertyId, r.MeterSerial, r.StartReading, r.EndReading, r.Capacity, r.Estimated,
            Consumption.Of(r), costs.GetValueOrDefault((r.BudgetItemId, r.PropertyId)), r.Version)).ToList();
    }

    private static async Task<UtilityReading> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.ReadingAsync(id, cancellationToken) ?? throw new NotFoundException("reading");

    private UtilityReading New(Guid periodId) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, PeriodId = periodId,
        BudgetItemId = default, PropertyId = default, MeterSerial = "",
    };
}
