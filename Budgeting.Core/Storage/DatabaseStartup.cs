using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Storage;

/// <summary>Opens the database, before anything else uses it: refuses one that isn't fit, and brings it up to this program's model.</summary>
public sealed class DatabaseStartup(
    IDbContextFactory<BudgetingDbContext> contexts, DataFolder folder, TimeProvider time, ILogger<DatabaseStartup> logger) : IDisposable
{
    private InstanceLock? _lock;

    /// <summary>
    /// Opens the database and brings it up to date. An <paramref name="exclusive"/> opener, the server, keeps others from
    /// serving the same folder until this is disposed; anyone else only needs that no schema change is due, or no server runs.
    /// </summary>
    /// <param name="exclusive">Whether nobody else may serve the folder.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <param name="say">Told what takes a while, before it begins.</param>
    /// <exception cref="StorageException">It can't be opened; the message says what to do.</exception>
    public async Task OpenAsync(bool exclusive, CancellationToken cancellationToken, Action<string>? say = null)
    {
        if (exclusive)
        {
            _lock ??= InstanceLock.Take(folder, "Another server uses");
        }

        // Asked before the engine makes a new file.
        if (folder.IsMarked && new FileInfo(folder.DatabaseFile) is not { Exists: true, Length: > 0 })
        {
            throw StorageException.Lost(folder);
        }

        try
        {
            await using var db = contexts.CreateDbContext();
            RequireFit(db.Database.GetConnectionString()!, exclusive);
            await db.Database.OpenConnectionAsync(cancellationToken);
            await PrepareAsync(db, say, cancellationToken);
            await RequireAccountsAsync(db, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw StorageException.Of(exception, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StorageException.ReadOnly(folder.Path, exception);
        }
    }

    public void Dispose() => _lock?.Dispose();

    // Not over EF's connection: it would log the engine's error, with its stack, before ours is told.
    private void RequireFit(string connectionString, bool exclusive)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var file = new SqliteFile(connection, folder);
        file.RequireWritable();
        if (exclusive)
        {
            file.RequireSound();
        }
    }

    private async Task PrepareAsync(BudgetingDbContext db, Action<string>? say, CancellationToken cancellationToken)
    {
        var file = new SqliteFile((SqliteConnection)db.Database.GetDbConnection(), folder);
        var applied = await AppliedAsync(db, cancellationToken);
        if (applied.Count < db.Database.GetMigrations().Count())
        {
            await MigrateAsync(db, file, say, cancellationToken);
        }

        file.UseWriteAheadLog();
        file.RequireSettings();
        file.RequireTriggers(db.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredTriggers()).Select(t => t.ModelName));
    }

    private async Task RequireAccountsAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var hasAccounts = await db.Users.AnyAsync(cancellationToken);
        if (folder.IsMarked && !hasAccounts)
        {
            throw StorageException.Lost(folder);
        }

        if (hasAccounts && !folder.IsMarked)
        {
            folder.Mark();
        }
    }

    private async Task MigrateAsync(BudgetingDbContext db, SqliteFile file, Action<string>? say, CancellationToken cancellationToken)
    {
        using var held = _lock is null
            ? InstanceLock.Take(folder, "The database needs an update first, and another program uses")
            : null;

        // Asked again: another may have done it before the lock was had.
        var applied = await AppliedAsync(db, cancellationToken);
        if (applied.Count == 0)
        {
            file.RequireEmpty();
            say?.Invoke("Making the database.");
        }
        else
        {
            say?.Invoke(string.Create(
                CultureInfo.InvariantCulture, $"Updating the database in {db.Database.GetMigrations().Count() - applied.Count} steps. A copy of it is made first."));
            file.RequireSound();
            BackUp(file, applied[^1]);
        }

        file.ClearMigrationLock();
        await db.Database.MigrateAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> AppliedAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any() ? throw StorageException.Newer(folder) : applied;
    }

    private void BackUp(SqliteFile file, string schema)
    {
        var now = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var backup = Path.Combine(folder.BackupFolder, $"budgeting-{now}-{schema}.db");
        file.BackUp(backup);
        logger.LogWarning("Updating the schema; the data as it was is in {Backup}.", backup);
    }
}
