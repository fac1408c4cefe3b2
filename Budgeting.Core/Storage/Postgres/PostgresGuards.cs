using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>What protects the data in the database itself: triggers, and the policies that keep organizations apart.</summary>
internal static class PostgresGuards
{
    public static async Task MakeAsync(BudgetingDbContext db, IReadOnlyList<TriggerScript> triggers, CancellationToken cancellationToken)
    {
#pragma warning disable EF1002 // Scripts of ours.
        foreach (var part in triggers)
        {
            await db.Database.ExecuteSqlRawAsync(part.Sql, cancellationToken);
            if (part.Name is not null)
            {
                await db.Database.ExecuteSqlRawAsync(
                    $"ALTER TABLE {part.Table} ENABLE ALWAYS TRIGGER {part.Name}; COMMENT ON TRIGGER {part.Name} ON {part.Table} IS '{HashOf(part.Sql)}'", cancellationToken);
            }
        }
#pragma warning restore EF1002

        await TenantPolicies.MakeAsync(db, cancellationToken);
    }

    public static async Task<string?> BrokenAsync(BudgetingDbContext db, IReadOnlyList<TriggerScript> triggers, CancellationToken cancellationToken)
    {
        var stored = await db.Database.SqlQuery<string>($"""
            SELECT concat_ws(' ', c.relname, t.tgname, obj_description(t.oid, 'pg_trigger')) AS "Value"
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled = 'A' AND n.nspname = current_schema()
            """).ToListAsync(cancellationToken);
        var broken = triggers.FirstOrDefault(t => t.Name is not null && !stored.Contains($"{t.Table} {t.Name} {HashOf(t.Sql)}", StringComparer.Ordinal));
        return broken?.Name
            ?? (await TenantPolicies.BrokenAsync(db, cancellationToken) is { } table ? $"the row-level security of {table}" : null);
    }

    /// <summary>The engine writes statements in its own way: what they were made from stands beside them.</summary>
    public static string HashOf(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
}
