using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>What a connection string can't say: an answered commit survives a power cut, whatever the engine's default is; and how names are sorted.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        ((SqliteConnection)connection).CreateCollation(Names.Collation, static (a, b) => CultureInfo.InvariantCulture.CompareInfo.Compare(a, b));
    }

    // SQLite has no asynchronous I/O: the same is right here.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
