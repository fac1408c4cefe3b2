using System.Data.Common;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>
/// One read, or one transaction: what isn't committed when it is disposed never happened. Repositories take one; nobody else
/// sees the context inside.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly ChangeFeed _feed;
    private readonly OwnEntries _own;
    private readonly SemaphoreSlim? _writer;
    private DbTransaction? _snapshot;
    private bool _isDisposed;

    internal UnitOfWork(BudgetingDbContext db, ChangeFeed feed, OwnEntries own, SemaphoreSlim? writer) =>
        (Db, _feed, _own, _writer) = (db, feed, own, writer);

    internal BudgetingDbContext Db { get; }

    internal Guid OrganizationId => Db.OrganizationId;

    /// <summary>What its audit entries have in common.</summary>
    internal Guid WriteId => Db.Recorder!.WriteId;

    /// <summary>Called with the answer before the commit: the idempotency record is written here.</summary>
    internal Action<object>? BeforeCommit { get; set; }

    /// <summary>Tells pages that watch a topic besides those of the rows that are written.</summary>
    public void Touch(Topic topic) => Db.Recorder!.Touch(OrganizationId, topic);

    /// <summary>
    /// Saves with its audit entries, makes the answer (which may read what the database computed), commits, and only then tells
    /// the pages.
    /// </summary>
    public async Task<T> CommitAsync<T>(Func<T> answer, CancellationToken cancellationToken)
        where T : notnull
    {
        await SaveAsync(cancellationToken);
        var result = answer();
        if (BeforeCommit is { } beforeCommit)
        {
            beforeCommit(result);
            await SaveAsync(cancellationToken);
        }

        _own.Note(Db.Recorder!.EntryIds);

        try
        {
            if (Db.Recorder.EntryIds.Count > 0)
            {
                await Db.Dialect.AnnounceAsync(Db, cancellationToken);
            }

            // From here on a closed browser must not leave it open whether the write happened.
            await Db.Database.CommitTransactionAsync(CancellationToken.None);
        }
        catch (Exception failed) when (StorageException.IsUnavailable(failed))
        {
            throw StorageException.Unavailable(failed);
        }

        if (Db.Recorder!.EntryIds.Count > 0)
        {
            WriteCapture.Note(Db.Recorder.WriteId);
        }

        _feed.Publish(Db.Recorder.Changes);
        return result;
    }

    /// <inheritdoc cref="CommitAsync{T}"/>
    public Task CommitAsync(CancellationToken cancellationToken) => CommitAsync(() => true, cancellationToken);

    /// <summary>Has everything read from now on be of one instant, whatever is committed meanwhile. Nobody waits for it.</summary>
    internal async Task HoldStillAsync(CancellationToken cancellationToken)
    {
        await Db.Database.OpenConnectionAsync(cancellationToken);
        _snapshot = await Db.Dialect.BeginSnapshotAsync(Db.Database.GetDbConnection(), cancellationToken);
        await Db.Database.UseTransactionAsync(_snapshot, cancellationToken);
    }

    /// <summary>Has writers of other organizations wait as well, for what must hold of all of them.</summary>
    internal async Task HoldInstallationAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Db.Dialect.LockAsync(Db, Guid.Empty, cancellationToken);
        }
        catch (Exception failed) when (StorageException.IsUnavailable(failed))
        {
            throw StorageException.Unavailable(failed);
        }
    }

    /// <summary>The members from whom a filter may keep something; all others see the same.</summary>
    internal async Task<IReadOnlySet<Guid>> RestrictedViewersAsync(CancellationToken cancellationToken)
    {
        var members = new HashSet<Guid>();
        foreach (var restricted in ModelPart.All.Select(part => part.Restricted(Db)).OfType<IQueryable<Guid>>())
        {
            members.UnionWith(await restricted.ToListAsync(cancellationToken));
        }

        return members;
    }

    public async ValueTask DisposeAsync()
    {
        // Once, however often this is called: contexts are pooled, and the next one may have it already.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        try
        {
            await (_snapshot?.DisposeAsync() ?? ValueTask.CompletedTask);
            await Db.DisposeAsync();
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <summary>Has a write of rows in bulk fail as the write of a tracked one would.</summary>
    internal static Task InBulkAsync<T>(Func<Task> write) => BulkRows.AsIfTrackedAsync<T>(write);

    /// <summary>Saves what was changed until now, without committing it: for what must be written before the rest.</summary>
    internal async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException("record", changedBy: null);
        }
        catch (Exception failed) when (StorageException.IsUnavailable(failed))
        {
            throw StorageException.Unavailable(failed);
        }
        catch (DbUpdateException failed) when (DatabaseRefusal.IsOne(failed))
        {
            throw DatabaseRefusal.Of(failed);
        }
    }
}
