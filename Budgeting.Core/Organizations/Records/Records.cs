using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// One kind of record within a unit of work: how one is listed, read, added, changed, deleted and brought back. A noun says what is
/// particular to it, above all how an input is checked and written to its row; that one method serves the form, REST, files and undo.
/// </summary>
internal abstract partial class Records<TRow, TInput, TDto>(UnitOfWork work, CurrentMember current, TimeProvider time) : IRecords<TInput, TDto>, IUndoableRecords
    where TRow : class, IAudited
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private Func<TRow, TDto>? _toDto;

    public string Entity => typeof(TRow).Name;

    /// <summary>What one is called, for people.</summary>
    protected abstract string Noun { get; }

    /// <summary>The least role that may write; the service names the same.</summary>
    protected abstract Role LeastRole { get; }

    /// <summary>What is read of a row: the one projection, in SQL and here.</summary>
    protected abstract Expression<Func<TRow, TDto>> Dto { get; }

    protected RowRepository<TRow> Rows { get; } = new(work);

    protected UnitOfWork Work => work;

    protected CurrentMember Current => current;

    protected TimeProvider Time => time;

    public async Task<Page<TDto>> PageAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken)
    {
        await RequireParentAsync(parentId, cancellationToken);
        return await PageInAsync(parentId, page, cancellationToken);
    }

    public async Task<TDto> GetAsync(Guid id, CancellationToken cancellationToken) =>
        (await AnswerAsync(await RequireAsync(id, cancellationToken), cancellationToken))();

    public async Task<Func<TDto>> AddAsync(Guid parentId, TInput input, CancellationToken cancellationToken)
    {
        await RequireOpenAsync(parentId, cancellationToken);
        var row = New(Guid.CreateVersion7(time.GetUtcNow()), parentId);
        await WriteAsync(row, input, cancellationToken);
        await RequireMayAsync(row, cancellationToken);
        Rows.Add(row);
        await AddedAsync(row, cancellationToken);
        return await FinishAsync(row, cancellationToken);
    }

    public async Task<Func<TDto>> UpdateAsync(Guid id, TInput input, long? version, CancellationToken cancellationToken)
    {
        var row = await RequireEditableAsync(id, version, cancellationToken);
        await TouchAsync(row, cancellationToken);
        await WriteAsync(row, input, cancellationToken);
        await EditedAsync(row, cancellationToken);
        await RequireMayAsync(row, cancellationToken);
        await TouchAsync(row, cancellationToken);
        return await FinishAsync(await FollowAsync(row, cancellationToken), cancellationToken);
    }

    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await RemoveAsync(await RequireEditableAsync(id, version, cancellationToken), cancellationToken);
        await FinishAsync(cancellationToken);
    }

    public Task LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => Rows.LoadAsync(ids, cancellationToken);

    /// <summary>Makes what follows from the rows that were touched.</summary>
    public virtual Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The row, if it is there, of the version that the edit was made on, and may be written by who acts.</summary>
    protected async Task<TRow> RequireEditableAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        var row = await RequireAsync(id, cancellationToken);
        await RequireMayAsync(row, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(row, version, Noun, cancellationToken);
        await RequireOpenAsync(ParentOf(row), cancellationToken);
        return row;
    }

    protected async Task<TRow> RequireAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new NotFoundException(Noun);

    /// <summary>The row, if it is there for who acts.</summary>
    protected virtual Task<TRow?> FindAsync(Guid id, CancellationToken cancellationToken) => Rows.FindAsync(id, cancellationToken);

    protected TDto DtoOf(TRow row) => (_toDto ??= Compiled.Of(Dto))(row);

    /// <summary>An empty row of the organization.</summary>
    public abstract TRow New(Guid id, Guid parentId);

    protected abstract Guid ParentOf(TRow row);

    /// <summary>Which parent it had, as the audit trail has it.</summary>
    protected abstract Guid ParentIn(RowState state);

    /// <exception cref="NotFoundException">The parent isn't there.</exception>
    protected abstract Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken);

    /// <summary>Refuses where the parent isn't there, or nothing may be written to what it has.</summary>
    protected virtual Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken) => RequireParentAsync(parentId, cancellationToken);

    /// <summary>A page of what a parent has that is there, in the order in which they were added.</summary>
    protected abstract Task<Page<TDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Checks everything that can be written, and writes it to the row.</summary>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public abstract Task WriteAsync(TRow row, TInput input, CancellationToken cancellationToken);

    /// <summary>Refuses who may write such records, but not this one.</summary>
    public virtual Task RequireMayAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does what an edit brings with it besides what was put in.</summary>
    protected virtual Task EditedAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The row that goes on after a change, or after it was brought back: this one, or another one in its place.</summary>
    protected virtual Task<TRow> FollowAsync(TRow row, CancellationToken cancellationToken) => Task.FromResult(row);

    /// <summary>Notes what follows from a row that is about to change or go, or has changed: it is made again at the end.</summary>
    protected virtual Task TouchAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes what follows from a row that is new.</summary>
    protected virtual Task AddedAsync(TRow row, CancellationToken cancellationToken) => TouchAsync(row, cancellationToken);

    /// <summary>Refuses to delete what is in use, and keeps for undo what no audit entry has.</summary>
    protected virtual Task RemovingAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is answered of a row once it is saved.</summary>
    protected virtual Task<Func<TDto>> AnswerAsync(TRow row, CancellationToken cancellationToken) => Task.FromResult(() => DtoOf(row));

    private async Task RemoveAsync(TRow row, CancellationToken cancellationToken)
    {
        await RemovingAsync(row, cancellationToken);
        await TouchAsync(row, cancellationToken);
        Rows.Remove(row);
    }

    private async Task<Func<TDto>> FinishAsync(TRow row, CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken);
        return await AnswerAsync(row, cancellationToken);
    }

    // Compiled once for each kind, however many units of work there are.
    private static class Compiled
    {
        private static Func<TRow, TDto>? Function;

        public static Func<TRow, TDto> Of(Expression<Func<TRow, TDto>> dto) => Function ??= dto.Compile();
    }
}
