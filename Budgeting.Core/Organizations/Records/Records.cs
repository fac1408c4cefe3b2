using System.Collections.Immutable;
using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// One kind of record within a unit of work: how one is listed, read, added, changed, deleted and brought back. A noun says what is
/// particular to it, above all how an input is checked and written to its row; that one method serves the form, REST, files and undo.
/// </summary>
internal abstract class Records<TRow, TInput, TDto>(UnitOfWork work, CurrentMember current, TimeProvider time) : IRecords<TInput, TDto>, IUndoableRecords
    where TRow : class, IAudited
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private const int MostDeleted = 200;

    private Func<TRow, TDto>? _toDto;

    public string Entity => AuditNames.Of<TRow>();

    /// <summary>What one is called, for people.</summary>
    protected abstract string Noun { get; }

    /// <summary>What couldn't be brought back, in sentences.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Fields that a history leaves out: nobody is told.</summary>
    protected virtual IReadOnlySet<string> HiddenFields => ImmutableHashSet<string>.Empty;

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

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        (await SeenVersionsAsync(id, cancellationToken)).Select(v => v.History.Without(HiddenFields)).ToList();

    public async Task<IReadOnlyList<DeletedRecord<TInput>>> ListDeletedAsync(Guid parentId, CancellationToken cancellationToken)
    {
        await RequireParentAsync(parentId, cancellationToken);
        var deletions = await DeletionsAsync(TopicOf(parentId), MostDeleted, cancellationToken);
        return deletions.Where(d => ParentIn(d.Deletion.Before!) == parentId).Select(d => DeletedRecord<TInput>.Of(d.Id, d.Deletion)).ToList();
    }

    public async Task<Func<RestoredRecord<TDto>>> RestoreAsync(Guid id, long toVersion, long? version, CancellationToken cancellationToken)
    {
        var seen = await SeenVersionsAsync(id, cancellationToken);
        var newest = seen.FirstOrDefault() ?? throw new NotFoundException("version");
        if (version is not null && version != newest.Number)
        {
            throw new StaleException(Noun, newest.History.By);
        }

        var state = seen.FirstOrDefault(v => v.Number == toVersion)?.State ?? throw new NotFoundException("version");
        var row = await RestoreAsync(id, newest, state, cancellationToken);
        var answer = await FinishAsync(row, cancellationToken);
        return () => new RestoredRecord<TDto>(answer(), Remarks.Distinct(StringComparer.Ordinal).ToList());
    }

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

    public virtual Task<IReadOnlyList<RowVersion>> SeenAsync(IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken) =>
        Task.FromResult(newestFirst);

    public async Task UndoAsync(WrittenRow row, IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken)
    {
        var newest = (await SeenAsync(newestFirst, cancellationToken)).FirstOrDefault() ?? throw new NotFoundException(Noun);
        newest.RequireNumber(row.Version, Noun);
        await current.RequireAsync(LeastRole, cancellationToken);
        if (newest.Before is { } before)
        {
            await RestoreAsync(row.Id, newest, before, cancellationToken);
            return;
        }

        var added = await RequireAsync(row.Id, cancellationToken);
        await RequireOpenAsync(ParentOf(added), cancellationToken);
        await RequireMayAsync(added, cancellationToken);
        await TakeBackAsync(added, cancellationToken);
    }

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

    /// <summary>The latest deletions in a topic, of those that who looks may know of.</summary>
    protected virtual async Task<IReadOnlyList<(Guid Id, RowVersion Deletion)>> DeletionsAsync(Topic? topic, int most, CancellationToken cancellationToken)
    {
        var seen = new List<(Guid, RowVersion)>();
        foreach (var (id, deletion) in await new AuditRepository(work).DeletedAsync(Entity, topic, DeletedBy, most, cancellationToken))
        {
            if ((await SeenAsync([deletion], cancellationToken)).Count > 0)
            {
                seen.Add((id, deletion));
            }
        }

        return seen;
    }

    /// <summary>The topic of all that a parent has; <c>null</c>: there is no one topic.</summary>
    protected virtual Topic? TopicOf(Guid parentId) => New(Guid.Empty, parentId).Topic;

    /// <summary>Whose deletions alone may be told; <c>null</c>: everybody's.</summary>
    protected virtual Guid? DeletedBy => null;

    /// <summary>Checks everything that can be written, and writes it to the row.</summary>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public abstract Task WriteAsync(TRow row, TInput input, CancellationToken cancellationToken);

    /// <summary>Refuses who may write such records, but not this one.</summary>
    public virtual Task RequireMayAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A row to be brought back, under the id that it had and with versions that go on.</summary>
    protected virtual Task<TRow> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var row = New(id, ParentIn(state));
        row.Version = deletion.Number;
        return Task.FromResult(row);
    }

    /// <summary>Refuses what can't be what it was; one that belonged to another parent then belongs to that one again.</summary>
    protected virtual Task RequireRestorableAsync(TRow row, RowState state, CancellationToken cancellationToken) =>
        RequireOpenAsync(ParentIn(state), cancellationToken);

    /// <summary>Writes a row back to what it was, as far as an input has it.</summary>
    protected virtual Task WriteBackAsync(TRow row, RowState state, CancellationToken cancellationToken) =>
        WriteAsync(row, state.As<TInput>(), cancellationToken);

    /// <summary>Brings back what no input has, such as a file.</summary>
    /// <param name="row">With what an input has brought back already.</param>
    /// <param name="state">What it was.</param>
    /// <param name="last">What it was last.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    protected virtual Task RestoreAsync(TRow row, RowState state, RowState last, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does what an edit brings with it besides what was put in.</summary>
    protected virtual Task EditedAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The row that goes on after a change, or after it was brought back: this one, or another one in its place.</summary>
    protected virtual Task<TRow> FollowAsync(TRow row, CancellationToken cancellationToken) => Task.FromResult(row);

    /// <summary>Takes an addition back.</summary>
    protected virtual Task TakeBackAsync(TRow row, CancellationToken cancellationToken) => RemoveAsync(row, cancellationToken);

    /// <summary>Notes what follows from a row that is about to change or go, or has changed: it is made again at the end.</summary>
    protected virtual Task TouchAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes what follows from a row that is new.</summary>
    protected virtual Task AddedAsync(TRow row, CancellationToken cancellationToken) => TouchAsync(row, cancellationToken);

    /// <summary>Refuses to delete what is in use, and keeps for undo what no audit entry has.</summary>
    protected virtual Task RemovingAsync(TRow row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is answered of a row once it is saved.</summary>
    protected virtual Task<Func<TDto>> AnswerAsync(TRow row, CancellationToken cancellationToken) => Task.FromResult(() => DtoOf(row));

    private async Task<IReadOnlyList<RowVersion>> SeenVersionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(await new AuditRepository(work).VersionsAsync(Entity, id, cancellationToken), cancellationToken);

        // One whose past is kept from who looks may be there all the same.
        return seen.Count > 0 || await FindAsync(id, cancellationToken) is not null ? seen : throw new NotFoundException(Noun);
    }

    private async Task<TRow> RestoreAsync(Guid id, RowVersion newest, RowState state, CancellationToken cancellationToken)
    {
        var there = newest.State is null ? null : await RequireAsync(id, cancellationToken);
        var row = there ?? await AgainAsync(id, newest, state, cancellationToken);
        await RequireRestorableAsync(row, state, cancellationToken);
        if (there is not null)
        {
            await RequireMayAsync(row, cancellationToken);
            await TouchAsync(row, cancellationToken);
        }

        await WriteBackAsync(row, state, cancellationToken);
        await RequireMayAsync(row, cancellationToken);
        if (there is null)
        {
            Rows.Add(row);
        }

        await RestoreAsync(row, state, newest.State ?? newest.Before!, cancellationToken);
        await TouchAsync(row, cancellationToken);
        return await FollowAsync(row, cancellationToken);
    }

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
