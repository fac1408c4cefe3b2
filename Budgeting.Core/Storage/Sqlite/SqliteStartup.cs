using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>The file in the data folder, which one server serves at a time.</summary>
public sealed class SqliteStartup(
    IDbContextFactory<BudgetingDbContext> contexts, DataFolder folder, TimeProvider time, ILogger<SqliteStartup> logger) : DatabaseStartup
{
    private InstanceLock? _lock;

    /// <inheritdoc/>
    public override async Task OpenAsync(bool exclusive, CancellationToken cancellationToken, Action<string>? say = null)
    {
        if (exclusive)
        {
            _lock ??= InstanceLock.Take(folder, "Another server uses");
        }

        // Asked before the engine makes a new file.
        if (folder.IsMarked && new FileInfo(folder.DatabaseFile) is not { Exists: true, Length: > 0 })
        {
            throw FolderRefusals.Lost(folder);
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
            throw FolderRefusals.Of(exception, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FolderRefusals.ReadOnly(folder.Path, exception);
        }
    }

    public override string Place => folder.Path;

    public override StorageException KeysUnusable(Exception failed) => FolderRefusals.Keys(folder, failed);

    internal override void NoteAccounts() => folder.Mark();

    protected override void Dispose(bool disposing)
    {
        _lock?.Dispose();
        base.Dispose(disposing);
    }

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
        if (await SchemaUpdate.IsDueAsync(db, applied, cancellationToken))
        {
            await MigrateAsync(db, file, say, cancellationToken);
        }

        file.UseWriteAheadLog();
        file.RequireSettings();
        if (await db.Dialect.BrokenGuardAsync(db, cancellationToken) is { } broken)
        {
            throw FolderRefusals.TriggerMissing(broken, folder);
        }
    }

    private async Task RequireAccountsAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var hasAccounts = await db.Users.AnyAsync(cancellationToken);
        if (folder.IsMarked && !hasAccounts)
        {
            throw FolderRefusals.Lost(folder);
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
        await SchemaUpdate.RunAsync(db, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> AppliedAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var (applied, isKnown) = await SchemaUpdate.AppliedAsync(db, cancellationToken);
        return isKnown ? applied : throw FolderRefusals.Newer(folder);
    }

    private void BackUp(SqliteFile file, string schema)
    {
        var now = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var backup = Path.Combine(folder.BackupFolder, $"budgeting-{now}-{schema}.db");
        file.BackUp(backup);
        logger.LogWarning("Updating the schema; the data as it was is in {Backup}.", backup);
    }
}
