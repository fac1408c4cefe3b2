using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Budgeting.Tests.Support;

/// <summary>Has the engine refuse every write, as it does where the file is read-only, from when it is switched on.</summary>
public sealed class WritesRefused : DbTransactionInterceptor
{
    public bool IsOn { get; set; }

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only = {IsOn}";
        command.ExecuteNonQuery();
        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarted(connection, eventData, result));
}
