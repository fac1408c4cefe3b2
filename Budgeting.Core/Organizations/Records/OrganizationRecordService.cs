using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Organizations;

/// <summary>Records that are the organization's own: they are listed and added without naming what has them.</summary>
public abstract class OrganizationRecordService<TInput, TDto> : RecordService<TInput, TDto>
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private protected OrganizationRecordService(UnitOfWorkFactory units, CurrentMember current, Role least)
        : base(units, least) => Current = current;

    private protected CurrentMember Current { get; }

    /// <summary>All of them, a page at a time.</summary>
    /// <exception cref="InvalidException">The cursor is of another list.</exception>
    public Task<Page<TDto>> ListAsync(PageRequest page, CancellationToken cancellationToken) => ListAsync(Current.OrganizationId, page, cancellationToken);

    /// <inheritdoc cref="RecordService{TInput,TDto}.AddAsync"/>
    public Task<TDto> AddAsync(TInput input, CancellationToken cancellationToken) => AddAsync(Current.OrganizationId, input, cancellationToken);

    /// <inheritdoc cref="RecordService{TInput,TDto}.ListDeletedAsync"/>
    public Task<IReadOnlyList<DeletedRecord<TInput>>> ListDeletedAsync(CancellationToken cancellationToken) =>
        ListDeletedAsync(Current.OrganizationId, cancellationToken);
}
