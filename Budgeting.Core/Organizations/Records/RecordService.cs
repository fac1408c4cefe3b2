using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>Lists, reads and writes one kind of record, each call in a unit of work of its own.</summary>
/// <typeparam name="TInput">Everything that can be written of one.</typeparam>
/// <typeparam name="TDto">What is read of one.</typeparam>
public abstract class RecordService<TInput, TDto>
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private readonly Role _least;

    /// <param name="units">What it begins with.</param>
    /// <param name="least">The least role that may write.</param>
    private protected RecordService(UnitOfWorkFactory units, Role least) => (Units, _least) = (units, least);

    private protected UnitOfWorkFactory Units { get; }

    /// <summary>Those that a parent has, such as a period, in the order of the list.</summary>
    /// <exception cref="NotFoundException">No such parent here.</exception>
    /// <exception cref="InvalidException">The cursor is of another list.</exception>
    public async Task<Page<TDto>> ListAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await (await InAsync(work, cancellationToken)).PageAsync(parentId, page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such record here.</exception>
    public async Task<TDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await (await InAsync(work, cancellationToken)).GetAsync(id, cancellationToken);
    }

    /// <summary>What happened to it, newest first, also after it was deleted; nothing of what is kept from who asks.</summary>
    /// <exception cref="NotFoundException">There never was such a record here.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await (await InAsync(work, cancellationToken)).HistoryAsync(id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such parent here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong, each by its field.</exception>
    /// <exception cref="ForbiddenException">The role is too small, or it is somebody else's.</exception>
    /// <exception cref="ConflictException">It can't be written now, such as <c>period.closed</c>.</exception>
    public async Task<TDto> AddAsync(Guid parentId, TInput input, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(_least, cancellationToken);
        var answer = await (await InAsync(work, cancellationToken)).AddAsync(parentId, input, cancellationToken);
        return await work.CommitAsync(answer, cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out is emptied, or takes its default.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such record here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong, each by its field.</exception>
    /// <exception cref="ForbiddenException">The role is too small, or it is somebody else's.</exception>
    /// <exception cref="ConflictException">It can't be written now, such as <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<TDto> UpdateAsync(Guid id, TInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(_least, cancellationToken);
        var answer = await (await InAsync(work, cancellationToken)).UpdateAsync(id, input, version, cancellationToken);
        return await work.CommitAsync(answer, cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such record here.</exception>
    /// <exception cref="ForbiddenException">The role is too small, or it is somebody else's.</exception>
    /// <exception cref="ConflictException">It can't be deleted now, such as <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(_least, cancellationToken);
        await (await InAsync(work, cancellationToken)).DeleteAsync(id, version, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Those of a parent that were deleted, the latest first, at most 200.</summary>
    /// <exception cref="NotFoundException">No such parent here.</exception>
    public async Task<IReadOnlyList<DeletedRecord<TInput>>> ListDeletedAsync(Guid parentId, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await (await InAsync(work, cancellationToken)).ListDeletedAsync(parentId, cancellationToken);
    }

    /// <summary>
    /// Makes one what it was in an earlier version, as a change of its own; one that was deleted is back under its id, and its versions
    /// go on.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="toVersion">The version to go back to, of those that its history shows.</param>
    /// <param name="version">The version that it has now, the deletion's where it was deleted; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such record here, or its history has no such version.</exception>
    /// <exception cref="InvalidException">What was isn't allowed any more.</exception>
    /// <exception cref="ForbiddenException">The role is too small, or it is somebody else's.</exception>
    /// <exception cref="ConflictException">Something that it needs isn't there any more, or it can't be written now.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<RestoredRecord<TDto>> RestoreAsync(Guid id, long toVersion, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(_least, cancellationToken);
        var answer = await (await InAsync(work, cancellationToken)).RestoreAsync(id, toVersion, version, cancellationToken);
        return await work.CommitAsync(answer, cancellationToken);
    }

    /// <summary>The records within a unit of work.</summary>
    private protected abstract ValueTask<IRecords<TInput, TDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken);
}
