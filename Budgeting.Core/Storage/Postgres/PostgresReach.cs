using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>
/// Tells the server whose rows a connection may see, for its row-level security: in front of the first command, in the same round trip.
/// A query across organizations sees all of them, and what comes after it its own again.
/// </summary>
internal sealed class PostgresReach : DbCommandInterceptor, IDbConnectionInterceptor
{
    public const string Setting = "budgeting.organization";

    /// <summary>In place of an organization's id.</summary>
    public const string All = "all";

    public static PostgresReach Instance { get; } = new();

    // From a pool it comes without anything that was set.
    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Forget(eventData);

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return Task.CompletedTask;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Tell(command, eventData);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Tell(command, eventData);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Tell(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ScalarExecuting(command, eventData, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    private static void Forget(ConnectionEndEventData eventData) => ContextOf(eventData).Reach = null;

    // What saves rows counts its statements, and comes in a unit of work behind its lock; elsewhere it reaches no organization.
    private static void Tell(DbCommand command, CommandEventData eventData)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            return;
        }

        var db = ContextOf(eventData);
        var own = db.OrganizationId == Guid.Empty ? "" : db.OrganizationId.ToString();
        if (command.CommandText.StartsWith(AcrossOrganizations.Mark, StringComparison.Ordinal))
        {
            command.CommandText = $"{Set(All)}{command.CommandText};\n{Set(own)}";
        }
        else if (db.Reach != own)
        {
            command.CommandText = Set(own) + command.CommandText;
        }

        db.Reach = own;
    }

    private static string Set(string reach) => $"SET {Setting} = '{reach}';\n";

    private static PostgresBudgetingDbContext ContextOf(DbContextEventData eventData) => (PostgresBudgetingDbContext)eventData.Context!;
}
