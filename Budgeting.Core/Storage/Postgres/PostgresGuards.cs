using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>What protects the data in the database itself: triggers, and the policies that keep organizations apart.</summary>
internal static partial class PostgresGuards
{
    public static async Task MakeAsync(BudgetingDbContext db, IReadOnlyList<TriggerScript> triggers, CancellationToken cancellationToken)
    {
        // Functions keep it: whatever tables a session makes for itself or prefers, they look at ours.
        await db.Database.ExecuteSqlRawAsync("SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false)", cancellationToken);
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
            ?? await BrokenFunctionAsync(db, triggers, cancellationToken)
            ?? (await TenantPolicies.BrokenAsync(db, cancellationToken) is { } table ? $"the row-level security of {table}" : null);
    }

    // What a trigger runs can be replaced without a change to the trigger.
    private static async Task<string?> BrokenFunctionAsync(BudgetingDbContext db, IReadOnlyList<TriggerScript> triggers, CancellationToken cancellationToken)
    {
        var stored = await db.Database.SqlQuery<string>($"""
            SELECT concat_ws(' ', p.proname, p.prosrc) AS "Value"
            FROM pg_proc p
            WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype AND NOT p.prosecdef
              AND p.proconfig = ARRAY['search_path=' || quote_ident(current_schema()) || ', pg_temp']
            """).ToListAsync(cancellationToken);
        return triggers
            .Select(t => Function().Match(t.Sql))
            .Where(f => f.Success && !stored.Contains($"{f.Groups["name"].Value} {f.Groups["body"].Value}", StringComparer.Ordinal))
            .Select(f => f.Groups["name"].Value)
            .FirstOrDefault();
    }

    [GeneratedRegex(@"^CREATE OR REPLACE FUNCTION (?<name>\w+)\(\).*?\$\$(?<body>.*)\$\$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Function();

    /// <summary>The engine writes statements in its own way: what they were made from stands beside them.</summary>
    public static string HashOf(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
}
