using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>
/// The second wall between organizations: row-level security on every table that has their rows. A session sees and writes those of the
/// organization that <see cref="PostgresReach"/> told, the tables' owner included; one that was told nothing, none.
/// </summary>
internal static class TenantPolicies
{
    private const string Name = "own_organization";

    // Each asked once a query, not once a row.
    private const string SeesAll = $"(SELECT current_setting('{PostgresReach.Setting}', true) = '{PostgresReach.All}')";
    private const string Own = $"(SELECT nullif(nullif(current_setting('{PostgresReach.Setting}', true), ''), '{PostgresReach.All}')::uuid)";

    public static async Task MakeAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        foreach (var (table, sql) in Of(db.Model))
        {
#pragma warning disable EF1002 // Of our model.
            await db.Database.ExecuteSqlRawAsync(
                $"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS {Name} ON {table};
                {sql};
                COMMENT ON POLICY {Name} ON {table} IS '{PostgresGuards.HashOf(sql)}'
                """,
                cancellationToken);
#pragma warning restore EF1002
        }
    }

    /// <summary>A table that has no such policy, or another one beside it, or shows its rows all the same, if there is one.</summary>
    public static async Task<string?> BrokenAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Database.SqlQuery<string>($"""
            SELECT concat_ws(' ', c.relname, max(obj_description(p.oid, 'pg_policy'))) AS "Value"
            FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
            GROUP BY c.relname HAVING bool_and(p.polname = {Name} AND p.polcmd = '*')
            """).ToListAsync(cancellationToken);
        return Of(db.Model).FirstOrDefault(p => !stored.Contains($"{p.Table} {PostgresGuards.HashOf(p.Sql)}", StringComparer.Ordinal)).Table
            ?? await OpenTableAsync(db, cancellationToken);
    }

    /// <summary>Whether row-level security doesn't hold for whoever is connected.</summary>
    public static Task<bool> AreBypassedAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT rolsuper OR rolbypassrls AS \"Value\" FROM pg_roles WHERE rolname = current_user").SingleAsync(cancellationToken);

    // The context that asks belongs to no organization. What a policy says can be changed under its name.
    private static async Task<string?> OpenTableAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        if (await AreBypassedAsync(db, cancellationToken))
        {
            return null;
        }

        var each = Of(db.Model).Select(p => $"SELECT '{p.Table}' AS \"Value\" WHERE EXISTS (SELECT FROM {p.Table})");
        return await db.Database.SqlQueryRaw<string>(string.Join(" UNION ALL ", each)).FirstOrDefaultAsync(cancellationToken);
    }

    private static IEnumerable<(string Table, string Sql)> Of(IReadOnlyModel model) =>
        from entity in model.GetEntityTypes()
        where entity.ClrType.IsAssignableTo(typeof(ITenantRow))
        let organization = entity.FindProperty(nameof(ITenantRow.OrganizationId)) ?? entity.FindProperty(nameof(ITenantRow.Id))
        let table = entity.GetTableName()
        select (table, $"CREATE POLICY {Name} ON {table} USING ({SeesAll} OR {organization.GetColumnName()} = {Own})");
}
