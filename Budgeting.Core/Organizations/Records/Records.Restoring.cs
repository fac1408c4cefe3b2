using System.Collections.Immutable;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Organizations;

/// <summary>What records were, and the way back: histories, what was deleted, earlier versions, undo.</summary>
internal abstract partial class Records<TRow, TInput, TDto>
{
    private const int MostDeleted = 200;

    /// <summary>What couldn't be brought back, in sentences.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Fields that a history leaves out: nobody is told.</summary>
    protected virtual IReadOnlySet<string> HiddenFields => ImmutableHashSet<string>.Empty;

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        await HistoryOfAsync(id, await SeenVersionsAsync(id, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<DeletedRecord<TInput>>> ListDeletedAsync(Guid parentId, CancellationToken cancellationToken)
    {
        await RequireParentAsync(parentId, cancellationToken);
        var deletions = await DeletionsAsync(TopicOf(parentId), MostDeleted, cancellationToken);
        return await DeletedOfAsync(deletions.Where(d => ParentIn(d.Deletion.Before!) == parentId), cancellationToken);
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

    /// <summary>What is told of deletions.</summary>
    protected virtual Task<IReadOnlyList<DeletedRecord<TInput>>> DeletedOfAsync(
        IEnumerable<(Guid Id, RowVersion Deletion)> deletions, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DeletedRecord<TInput>>>(
            deletions.Select(d => DeletedRecord<TInput>.Of(d.Id, d.Deletion.Before!.As<TInput>(), d.Deletion)).ToList());

    /// <summary>What is told of versions.</summary>
    protected virtual Task<IReadOnlyList<HistoryEntry>> HistoryOfAsync(Guid id, IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HistoryEntry>>(newestFirst.Select(v => v.History.Without(HiddenFields)).ToList());

    /// <summary>Whose deletions alone may be told; <c>null</c>: everybody's.</summary>
    protected virtual Guid? DeletedBy => null;

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

    /// <summary>Takes an addition back.</summary>
    protected virtual Task TakeBackAsync(TRow row, CancellationToken cancellationToken) => RemoveAsync(row, cancellationToken);

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
}
