using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What meters showed. An edit shares what was recorded with the budget item again.</summary>
public sealed class ReadingsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time) : PeriodRecordService<ReadingInput, ReadingDto>(units, current, time, Role.Admin)
{
    /// <summary>
    /// The meter to be read next for an item in a property, as it was read for the same payment type in the last period before: of one
    /// that was replaced, the one added last. <c>null</c>: none was, it is read again already, or there are several to choose from.
    /// </summary>
    /// <exception cref="NotFoundException">No such budget item here.</exception>
    public async Task<MeterBefore?> NextMeterAsync(Guid itemId, Guid propertyId, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var item = await repository.ItemAsync(itemId, cancellationToken) ?? throw new NotFoundException("budget item");
        var period = await RecordRules.RequirePeriodAsync(repository, item.PeriodId, cancellationToken);
        var alike = (await repository.ItemsAsync(period.Id, cancellationToken)).Where(i => CanonicalText.AreAlike(i.PaymentType, item.PaymentType)).Select(i => i.Id).ToList();
        var known = (await repository.ReadingsOfItemsAsync(alike, cancellationToken)).Where(r => r.PropertyId == propertyId).Select(r => r.MeterSerial).ToHashSet(StringComparer.Ordinal);
        var before = await repository.ReadingsBeforeAsync(period.StartDate, item.PaymentType, propertyId, cancellationToken);
        var next = before.GroupBy(r => r.BudgetItemId).Select(g => g.First()).Where(r => !known.Contains(r.MeterSerial)).ToList();
        return next.Count == 1 ? new MeterBefore(next[0].MeterSerial, next[0].EndReading, next[0].Capacity) : null;
    }

    private protected override PeriodRows<ReadingDto> Rows => ReadingRecords.LatestAsync;

    private protected override IRecords<ReadingInput, ReadingDto> In(PeriodContext period) => new ReadingRecords(period);
}
