using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>
/// Gives each pooled context a connection that stays open, has it reuse the statements prepared there, and closes them all in the end:
/// EF disposes none of the contexts that lie in the pool of a factory.
/// </summary>
internal sealed class SqliteConnections(string connectionString) : DbConnectionInterceptor, IDbCommandInterceptor, IDisposable
{
    private readonly ConditionalWeakTable<OpenConnection, object?> _open = [];

    public string ConnectionString => connectionString;

    // EF makes others of its own, to see whether there is a database.
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result)
    {
        if (eventData.Context!.GetService<IRelationalConnection>().ConnectionId != eventData.ConnectionId)
        {
            return result;
        }

        var connection = new OpenConnection(connectionString);
        _open.Add(connection, null);
        return InterceptionResult<DbConnection>.SuppressWithResult(connection);
    }

    DbCommand IDbCommandInterceptor.CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: OpenConnection connection } command ? connection.Prepared(command) : result;

    public void Dispose()
    {
        foreach (var (connection, _) in _open)
        {
            connection.Dispose();
        }
    }
}
