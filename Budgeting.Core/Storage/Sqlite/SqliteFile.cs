using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>What must hold of the database file, asked over an open connection.</summary>
internal sealed class SqliteFile(SqliteConnection connection, DataFolder folder)
{
    private static readonly (string Name, string Value)[] Settings =
        [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("recursive_triggers", "1")];

    /// <exception cref="SqliteException">The engine opens a file that it can't write as well, until something is written.</exception>
    public void RequireWritable()
    {
        using var transaction = connection.BeginTransaction();
        Scalar("PRAGMA user_version = 1");
        transaction.Rollback();
    }

    /// <summary>Reads every page: some seconds for a file of gigabytes.</summary>
    public void RequireSound()
    {
        if (Scalar("PRAGMA quick_check(1)") != "ok")
        {
            throw FolderRefusals.Corrupt(folder);
        }
    }

    /// <summary>Refuses somebody else's database: one with tables, and none of ours.</summary>
    public void RequireEmpty()
    {
        if (Scalar("SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_budgeting%' ESCAPE '\\'") != "0")
        {
            throw FolderRefusals.Corrupt(folder);
        }
    }

    /// <summary>A build of SQLite, or a file system, may ignore what it is told.</summary>
    public void RequireSettings()
    {
        foreach (var (name, value) in Settings)
        {
            if (Scalar($"PRAGMA {name}") is var actual && actual != value)
            {
                throw FolderRefusals.Unsafe($"{name} is {actual}", folder);
            }
        }
    }

    /// <summary>The mode stays in the file, so it is written once.</summary>
    public void UseWriteAheadLog()
    {
        if (Scalar("PRAGMA journal_mode") != "wal")
        {
            Scalar("PRAGMA journal_mode = WAL");
        }
    }

    /// <summary>A migration that was killed leaves a row that would make the next one wait for ever.</summary>
    public void ClearMigrationLock()
    {
        if (Scalar("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") != "0")
        {
            Scalar("DELETE FROM __EFMigrationsLock");
        }
    }

    /// <summary>A consistent copy, also while others write. The name appears only once the copy is complete.</summary>
    public void BackUp(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var partial = file + ".partial";
        File.Delete(partial);
        using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString()))
        {
            target.Open();
            connection.BackupDatabase(target);
        }

        File.Move(partial, file);
    }

    private string? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
