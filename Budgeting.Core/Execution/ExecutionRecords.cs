using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>One kind of record of a budget. What is answered of one has sums of what is below it.</summary>
internal abstract class ExecutionRecords<TRow, TInput, TDto>(ExecutionScope scope) : Records<TRow, TInput, TDto>(scope.Work, scope.Current, scope.Time)
    where TRow : class, IAudited
    where TInput : class, new()
    where TDto : class, IVersioned
{
    /// <summary>Moves one to another state, by rules of its own.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="change">Checks and does it.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such record here.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<Func<TDto>> MoveAsync(Guid id, long? version, Func<TRow, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var row = await RequireAsync(id, cancellationToken);
        await new AuditRepository(Work).RequireVersionAsync(row, version, Noun, cancellationToken);
        await change(row, cancellationToken);
        return await AnswerAsync(row, cancellationToken);
    }

    protected ExecutionScope Scope => scope;

    protected ExecutionRepository Repository => scope.Repository;

    /// <summary>The field of a row that names its parent, as the audit trail has it.</summary>
    protected abstract string ParentField { get; }

    /// <summary>Those of a parent.</summary>
    protected abstract Expression<Func<TRow, bool>> Of(Guid parentId);

    protected override Guid ParentIn(RowState state) => state.Get<Guid>(ParentField);

    protected override async Task<TRow> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        await RequireParentAsync(ParentIn(state), cancellationToken);
        return await base.AgainAsync(id, deletion, state, cancellationToken);
    }

    protected override async Task<Page<TDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken)
    {
        var all = await Rows.PageAsync(Of(parentId), Dto, page, cancellationToken);
        return all with { Items = await WithSumsAsync(all.Items, cancellationToken) };
    }

    protected override async Task<Func<TDto>> AnswerAsync(TRow row, CancellationToken cancellationToken)
    {
        // What the database computes, and what others have of it, is known once it is saved.
        await Work.SaveAsync(cancellationToken);
        var dto = (await WithSumsAsync([DtoOf(row)], cancellationToken))[0];
        return () => dto;
    }

    /// <summary>The same with the sums that their rows don't have.</summary>
    protected virtual Task<IReadOnlyList<TDto>> WithSumsAsync(IReadOnlyList<TDto> records, CancellationToken cancellationToken) => Task.FromResult(records);
}
