using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>One kind of record within a unit of work: what <see cref="RecordService{TInput,TDto}"/> needs of it.</summary>
internal interface IRecords<TInput, TDto>
    where TInput : class
    where TDto : IVersioned
{
    Task<Page<TDto>> PageAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken);

    Task<TDto> GetAsync(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Adds one; the answer is asked for when it was saved.</summary>
    Task<Func<TDto>> AddAsync(Guid parentId, TInput input, CancellationToken cancellationToken);

    /// <inheritdoc cref="AddAsync"/>
    Task<Func<TDto>> UpdateAsync(Guid id, TInput input, long? version, CancellationToken cancellationToken);

    Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken);

    /// <summary>The last that were deleted, the latest first.</summary>
    Task<IReadOnlyList<DeletedRecord<TInput>>> ListDeletedAsync(Guid parentId, CancellationToken cancellationToken);

    /// <inheritdoc cref="AddAsync"/>
    Task<Func<RestoredRecord<TDto>>> RestoreAsync(Guid id, long toVersion, long? version, CancellationToken cancellationToken);
}

/// <summary>One kind of record, as far as writes to it are taken back.</summary>
internal interface IUndoableRecords
{
    /// <summary>What its rows are called in the audit trail.</summary>
    string Entity { get; }

    /// <summary>Loads rows at once that are then written back one by one.</summary>
    Task LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Those versions of one that who acts may know of; none: not even whether it is there.</summary>
    Task<IReadOnlyList<RowVersion>> SeenAsync(IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken);

    /// <summary>Writes one back to what it was before its newest version, by the rules that hold for every write.</summary>
    /// <param name="row">What the write did, which must be the newest version.</param>
    /// <param name="newestFirst">Its versions.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    Task UndoAsync(WrittenRow row, IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken);

    /// <summary>What couldn't be brought back until now, in sentences.</summary>
    List<string> Remarks { get; }

    /// <summary>Makes what follows from all that was written back.</summary>
    Task FinishAsync(CancellationToken cancellationToken);
}
