using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Budgeting.Tests.Support;

/// <summary>Has the engine refuse every write, as it does where the file is read-only, from when it is switched on.</summary>
public sealed class WritesRefused : DbConnectionInterceptor
{
    public bool IsOn { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only = {IsOn}";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
