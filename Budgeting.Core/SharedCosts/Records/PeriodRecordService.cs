using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Reads what a page lists of one kind of record. It is a static method: what it answers depends on nothing of whoever asks first.
/// </summary>
internal delegate Task<ListedRows<TDto>> PeriodRows<TDto>(SharedCostsRepository repository, Currency currency, RecordQuery query, CancellationToken cancellationToken);

/// <summary>Records of one kind that periods have: for programs one by one, and for a live page with all that it shows of them.</summary>
public abstract class PeriodRecordService<TInput, TDto> : RecordService<TInput, TDto>
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private readonly CurrentMember _current;
    private readonly TimeProvider _time;

    private protected PeriodRecordService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time, Role least)
        : base(units, least) => (_current, _time) = (current, time);

    /// <summary>What its rows are listed by.</summary>
    private protected abstract PeriodRows<TDto> Rows { get; }

    /// <summary>What a live page lists of a period, the latest first; all who look at the same wait for one read.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<RecordList<TDto>> PageAsync(RecordQuery query, CancellationToken cancellationToken) => Units.ReadSharedAsync(ReadPageAsync, (Rows, query), cancellationToken);

    private protected abstract IRecords<TInput, TDto> In(PeriodContext period);

    private protected sealed override async ValueTask<IRecords<TInput, TDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        In(await PeriodAsync(work, cancellationToken));

    private protected Task<PeriodContext> PeriodAsync(UnitOfWork work, CancellationToken cancellationToken) => PeriodContext.OpenAsync(work, _current, _time, cancellationToken);

    private static async Task<RecordList<TDto>> ReadPageAsync(
        UnitOfWork work, OrganizationCard organization, (PeriodRows<TDto> Rows, RecordQuery Of) query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var period = chain.Require(query.Of.PeriodId);
        var listed = await query.Rows(repository, organization.Currency, query.Of, cancellationToken);
        var names = new RecordNames(
            await repository.OwnersAsync(cancellationToken),
            await repository.PropertiesAsync(cancellationToken),
            await repository.ItemsByTypeAsync(period.Id, cancellationToken),
            PaymentTypesService.NamesOf(await repository.PaymentTypesAsync(cancellationToken)));
        return new RecordList<TDto>(chain.DtoOf(period), organization.Currency, listed.Rows, listed.Count, listed.Total, names);
    }
}
