using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>Gives each context a connection that stays open as long as the context is pooled, and has it reuse the statements prepared there.</summary>
internal sealed class SqliteConnections(string connectionString) : DbConnectionInterceptor, IDbCommandInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new OpenConnection(connectionString));

    DbCommand IDbCommandInterceptor.CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: OpenConnection connection } command ? connection.Prepared(command) : result;
}
