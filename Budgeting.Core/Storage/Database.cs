using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>
/// Opens units of work. Writers of this process queue here rather than in the engine, whose busy wait would block the thread.
/// </summary>
public sealed class Database(IDbContextFactory<BudgetingDbContext> contexts, ChangeFeed feed, OwnEntries own, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>For reading, in the organization, without the surprises for <paramref name="viewer"/>.</summary>
    internal UnitOfWork Read(Guid organizationId, Guid? viewer = null) => new(Context(organizationId, viewer), feed, own, writer: null);

    /// <summary>For writing, in the organization: waits for its turn and begins the transaction.</summary>
    internal async Task<UnitOfWork> WriteAsync(Guid organizationId, Actor actor, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        BudgetingDbContext? db = null;
        try
        {
            db = Context(organizationId, actor.MemberId);
            db.Recorder = new AuditRecorder(actor, time.GetUtcNow());

            // A unit of work that fails is rolled back as a whole: there is nothing to return to.
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.BeginTransactionAsync(cancellationToken);
            return new UnitOfWork(db, feed, own, _writer);
        }
        catch (Exception failed)
        {
            await (db?.DisposeAsync() ?? ValueTask.CompletedTask);
            _writer.Release();
            if (StorageException.IsUnavailable(failed))
            {
                throw StorageException.Unavailable(failed);
            }

            throw;
        }
    }

    public void Dispose() => _writer.Dispose();

    private BudgetingDbContext Context(Guid organizationId, Guid? viewer)
    {
        var db = contexts.CreateDbContext();
        (db.OrganizationId, db.ViewerId) = (organizationId, viewer ?? Guid.Empty);
        db.Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return db;
    }
}
