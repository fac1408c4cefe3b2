using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>From whom surprises are kept: a member, and a person besides where a guest looks.</summary>
internal sealed record Viewer(Guid? MemberId, Guid? PersonId = null);

/// <summary>Opens units of work.</summary>
public sealed class Database(IDbContextFactory<BudgetingDbContext> contexts, ChangeFeed feed, OwnEntries own, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>For reading, in the organization, without the surprises for whoever looks.</summary>
    internal UnitOfWork Read(Guid organizationId, Viewer viewer) => new(Context(organizationId, viewer), feed, own, writer: null);

    /// <inheritdoc cref="Read(Guid, Viewer)"/>
    internal UnitOfWork Read(Guid organizationId, Guid? viewer = null) => Read(organizationId, new Viewer(viewer));

    /// <inheritdoc cref="WriteAsync(Guid, Actor, Viewer, CancellationToken)"/>
    internal Task<UnitOfWork> WriteAsync(Guid organizationId, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync(organizationId, actor, new Viewer(actor.MemberId), cancellationToken);

    /// <summary>For writing, in the organization: waits for its turn and begins the transaction.</summary>
    internal async Task<UnitOfWork> WriteAsync(Guid organizationId, Actor actor, Viewer viewer, CancellationToken cancellationToken)
    {
        var db = Context(organizationId, viewer);

        // Rather than in the engine, whose busy wait would block the thread.
        var writer = db.Dialect.HasOneWriter ? _writer : null;
        try
        {
            await (writer?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }

        try
        {
            db.Recorder = new AuditRecorder(actor, time.GetUtcNow());

            // A unit of work that fails is rolled back as a whole: there is nothing to return to.
            db.Database.AutoSavepointsEnabled = false;
            await db.Dialect.BeginAsync(db, cancellationToken);
            return new UnitOfWork(db, feed, own, writer);
        }
        catch (Exception failed)
        {
            await db.DisposeAsync();
            writer?.Release();
            if (StorageException.IsUnavailable(failed))
            {
                throw StorageException.Unavailable(failed);
            }

            throw;
        }
    }

    public void Dispose() => _writer.Dispose();

    private BudgetingDbContext Context(Guid organizationId, Viewer viewer)
    {
        var db = contexts.CreateDbContext();
        db.OrganizationId = organizationId;
        (db.ViewerId, db.ViewingPersonId) = (viewer.MemberId ?? Guid.Empty, viewer.PersonId ?? Guid.Empty);
        db.Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return db;
    }
}
