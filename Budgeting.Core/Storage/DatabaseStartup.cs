using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>Brings the database up to this program's model before anything else uses it.</summary>
public sealed class DatabaseStartup(IDbContextFactory<BudgetingDbContext> contexts, DataFolder folder) : IDisposable
{
    private InstanceLock? _lock;

    /// <summary>
    /// Opens the database and brings it up to date. An <paramref name="exclusive"/> opener, the server, keeps others from
    /// serving the same folder until this is disposed; anyone else only needs that no schema change is due, or no server runs.
    /// </summary>
    /// <exception cref="StorageException">It can't be opened; the message says what to do.</exception>
    public async Task OpenAsync(bool exclusive, CancellationToken cancellationToken)
    {
        if (exclusive)
        {
            _lock ??= InstanceLock.TryTake(folder) ?? throw Locked("Another server uses the data folder");
        }

        await using var db = contexts.CreateDbContext();
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        using var held = _lock is null
            ? InstanceLock.TryTake(folder) ?? throw Locked("The database needs an update, and another program uses the data folder")
            : null;
        await db.Database.MigrateAsync(cancellationToken);
    }

    public void Dispose() => _lock?.Dispose();

    private StorageException Locked(string what) =>
        new("storage.locked", $"{what} {folder.Path}. Stop it first, or choose another folder with --data.");
}
