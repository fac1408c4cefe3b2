using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What meters showed. An edit shares what was recorded with the budget item again.</summary>
public sealed class ReadingsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>In the order in which they were added, each with its part of what its property bears of the item.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<ReadingDto>> ListAsync(Guid periodId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        var readings = await repository.ReadingsAsync(periodId, page, cancellationToken);
        return page.ToPage(await DtosOfAsync(repository, readings, await current.CurrencyAsync(cancellationToken), cancellationToken), r => r.Id);
    }

    /// <exception cref="NotFoundException">No such reading here.</exception>
    public async Task<ReadingDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var reading = await RequireAsync(repository, id, cancellationToken);
        return (await DtosOfAsync(repository, [reading], await current.CurrencyAsync(cancellationToken), cancellationToken))[0];
    }

    /// <summary>
    /// The meter to be read next for an item in a property, as it was read for the same payment type in the last period before: of one
    /// that was replaced, the one added last. <c>null</c>: none was, it is read again already, or there are several to choose from.
    /// </summary>
    /// <exception cref="NotFoundException">No such budget item here.</exception>
    public async Task<MeterBefore?> NextMeterAsync(Guid itemId, Guid propertyId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var item = await repository.ItemAsync(itemId, cancellationToken) ?? throw new NotFoundException("budget item");
        var period = await RecordRules.RequirePeriodAsync(repository, item.PeriodId, cancellationToken);
        var alike = (await repository.ItemsAsync(period.Id, cancellationToken)).Where(i => SameText.AreAlike(i.PaymentType, item.PaymentType)).Select(i => i.Id).ToList();
        var known = (await repository.ReadingsOfItemsAsync(alike, cancellationToken)).Where(r => r.PropertyId == propertyId).Select(r => r.MeterSerial).ToHashSet(StringComparer.Ordinal);
        var before = await repository.ReadingsBeforeAsync(period.StartDate, item.PaymentType, propertyId, cancellationToken);
        var next = before.GroupBy(r => r.BudgetItemId).Select(g => g.First()).Where(r => !known.Contains(r.MeterSerial)).ToList();
        return next.Count == 1 ? new MeterBefore(next[0].MeterSerial, next[0].EndReading, next[0].Capacity) : null;
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
        await ReallocateAsync(repository, reading, [reading.BudgetItemId], cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    private async Task<ReadingDto> SaveAsync(
        UnitOfWork work, SharedCostsRepository repository, UtilityReading reading, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        await ReallocateAsync(repository, reading, itemIds, cancellationToken);
        var dto = (await DtosOfAsync(repository, [reading], await current.CurrencyAsync(cancellationToken), cancellationToken))[0];
        return await work.CommitAsync(() => dto, cancellationToken);
    }

    private async Task ReallocateAsync(
        SharedCostsRepository repository, UtilityReading reading, IEnumerable<Guid> itemIds, CancellationToken cancellationToken) =>
        await new ReadingRules(repository, reading.PeriodId).ReallocateAsync(itemIds, await current.CurrencyAsync(cancellationToken), time, cancellationToken);

    internal static async Task ApplyAsync(SharedCostsRepository repository, UtilityReading reading, ReadingInput input, CancellationToken cancellationToken)
    {
        await new ReadingRules(repository, reading.PeriodId).ApplyAsync(reading, input, cancellationToken);
        if (await repository.IsReadAsync(reading.BudgetItemId, reading.PropertyId, reading.MeterSerial, reading.Id, cancellationToken))
        {
            throw new ConflictException("reading.exists", $"Meter {reading.MeterSerial} of this property was read for this item already.");
        }
    }

    internal static async Task<IReadOnlyList<ReadingDto>> DtosOfAsync(
        SharedCostsRepository repository, IReadOnlyList<UtilityReading> readings, Currency currency, CancellationToken cancellationToken)
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
    private static IReadOnlyList<AllocationShare<Guid>> PartsOf(decimal cost, IReadOnlyList<UtilityReading> meters, Currency currency)
    {
        var isCounted = meters.Any(m => Consumption.Of(m) > 0);
        return Allocation.Of(cost, currency.MinorUnits, meters.Select(m => new AllocationWeight<Guid>(m.Id, isCounted ? Consumption.Of(m) : 1)).ToList());
    }

    private static async Task<UtilityReading> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.ReadingAsync(id, cancellationToken) ?? throw new NotFoundException("reading");

    private UtilityReading New(Guid periodId) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, PeriodId = periodId,
        BudgetItemId = default, PropertyId = default, MeterSerial = "",
    };
}
