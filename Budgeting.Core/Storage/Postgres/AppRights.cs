using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>What the role that the app serves with may do with tables that another role owns: read and write rows, and nothing else.</summary>
internal static class AppRights
{
    // A table that is only ever added to has the trigger of that name.
    private const string AppendOnly = "_no_change";

    /// <summary>Gives a role these rights, and takes from it whatever else it has on the tables.</summary>
    /// <param name="db">A context of the owner's.</param>
    public static async Task GiveAsync(BudgetingDbContext db, string role, IReadOnlyList<TriggerScript> triggers, CancellationToken cancellationToken)
    {
        var to = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var history = $"\"{HistoryRepository.DefaultTableName}\"";
        var addedTo = triggers.Where(t => t.Name == t.Table + AppendOnly).Select(t => t.Table).ToList();
        var changed = Tables(db.Model).Except(addedTo, StringComparer.Ordinal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var schema = await db.Database.SqlQuery<string>($"SELECT quote_ident(current_schema()) AS \"Value\"").SingleAsync(cancellationToken);
#pragma warning disable EF1002 // Of our model, and quoted.
        await db.Database.ExecuteSqlRawAsync(
            $"""
            GRANT USAGE ON SCHEMA {schema} TO {to};
            REVOKE ALL ON {string.Join(", ", Tables(db.Model))}, {history} FROM {to};
            GRANT SELECT ON {history} TO {to};
            GRANT SELECT, INSERT ON {string.Join(", ", addedTo)} TO {to};
            GRANT SELECT, INSERT, UPDATE, DELETE ON {string.Join(", ", changed)} TO {to}
            """,
            cancellationToken);
#pragma warning restore EF1002
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether who is connected may make tables here, and change those that are there.</summary>
    public static Task<bool> MayMakeTablesAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var tables = Tables(db.Model).Append(HistoryRepository.DefaultTableName).ToArray();
        return db.Database.SqlQuery<bool>($"""
            SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AND NOT EXISTS (
                SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY({tables}) AND NOT pg_has_role(relowner, 'USAGE')) AS "Value"
            """).SingleAsync(cancellationToken);
    }

    private static IEnumerable<string> Tables(IReadOnlyModel model) => model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal);
}
