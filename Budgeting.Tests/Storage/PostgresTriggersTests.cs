using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>What the triggers on PostgreSQL refuse, whoever writes: the owner of the tables, and a session that switched triggers off.</summary>
public sealed class PostgresTriggersTests : IAsyncLifetime
{
    private const string Closed = "period_id IN (SELECT id FROM periods WHERE status = 1)";
    private const string Open = "(SELECT id FROM periods WHERE status = 0 LIMIT 1)";

    private TestWorld _world = null!;

    public static TheoryData<string> Tables => SharedCosts.ClosedPeriodTests.Tables;

    public async Task InitializeAsync()
    {
        if (TestStore.IsPostgres)
        {
            _world = await TestWorld.CreateAsync();
            var filled = await FilledCosts.CreateAsync(await _world.OrganizationAsync());
            await filled.Costs.CloseAsync(filled.Open, confirm: true);
            await filled.Costs.ReopenAsync(filled.Closed);
        }
    }

    public async Task DisposeAsync() => await (_world?.DisposeAsync() ?? ValueTask.CompletedTask);

    [PostgresTheory]
    [MemberData(nameof(Tables))]
    public void AnyWrite_OfARowInAClosedPeriod_IsRefused(string table)
    {
        foreach (var role in new[] { "origin", "replica" })
        {
            using var shell = _world.Shell();
            shell.Execute($"SET session_replication_role = {role}");
            var columns = Written(shell, table);
            var list = string.Join(", ", columns);
            shell.Value($"SELECT count(*) > 0 FROM {table} WHERE {Closed}").Should().Be("True", "{0} has rows to try", table);

            foreach (var sql in new[]
            {
                $"UPDATE {table} SET version = version WHERE {Closed}".Replace("version", columns.Contains("version") ? "version" : "id", StringComparison.Ordinal),
                $"UPDATE {table} SET id = gen_random_uuid() WHERE {Closed}",
                $"UPDATE {table} SET period_id = {Open} WHERE {Closed}",
                $"DELETE FROM {table} WHERE {Closed}",
                $"INSERT INTO {table} ({list}) SELECT {With(columns, "id", "gen_random_uuid()")} FROM {table} WHERE {Closed} LIMIT 1",
                $"INSERT INTO {table} ({list}) SELECT {list} FROM {table} WHERE {Closed} LIMIT 1 ON CONFLICT (id) DO UPDATE SET id = gen_random_uuid()",
                $"TRUNCATE {table} CASCADE",
                "TRUNCATE periods CASCADE",
            })
            {
                shell.ShouldRefuse(sql, "period.closed");
            }
        }
    }

    [PostgresTheory]
    [InlineData("UPDATE periods SET name = 'x' WHERE status = 1", "period.closed")]
    [InlineData("UPDATE periods SET end_date = '2026-12-31' WHERE status = 1", "period.closed")]
    [InlineData("UPDATE periods SET frozen = false WHERE status = 1", "period.closed")]
    [InlineData("UPDATE periods SET id = gen_random_uuid() WHERE status = 1", "period.closed")]
    [InlineData("DELETE FROM periods WHERE status = 1", "period.closed")]
    [InlineData("UPDATE statements SET content = '{}'", "statement.issued")]
    [InlineData("DELETE FROM statements", "statement.issued")]
    [InlineData("TRUNCATE statements", "statement.issued")]
    [InlineData("UPDATE audit_entries SET after = '{}'", "audit.append-only")]
    [InlineData("UPDATE audit_entries SET recorded_in = recorded_in", "audit.append-only")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 1", "audit.append-only")]
    [InlineData("TRUNCATE audit_entries", "audit.append-only")]
    [InlineData("MERGE INTO audit_entries a USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE", "audit.append-only")]
    public void WhatStays_Stays(string sql, string code)
    {
        foreach (var role in new[] { "origin", "replica" })
        {
            using var shell = _world.Shell();
            shell.Execute($"SET session_replication_role = {role}");

            shell.ShouldRefuse(sql, code);
        }
    }

    [PostgresTheory]
    [InlineData("DROP TRIGGER expenses_closed ON expenses")]
    [InlineData("ALTER TABLE statements DISABLE TRIGGER statements_no_truncate")]
    [InlineData("ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_no_change")]
    [InlineData("DROP TRIGGER periods_closed ON periods; CREATE TRIGGER periods_closed AFTER DELETE ON periods FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_period()")]
    [InlineData("CREATE OR REPLACE FUNCTION guard_allotment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$")]
    [InlineData("ALTER FUNCTION guard_allotment() RESET search_path")]
    [InlineData("ALTER TABLE people DISABLE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE people NO FORCE ROW LEVEL SECURITY")]
    [InlineData("DROP POLICY own_organization ON people")]
    [InlineData("DROP POLICY own_organization ON people; CREATE POLICY own_organization ON people USING (true)")]
    [InlineData("CREATE POLICY more ON people USING (true)")]
    [InlineData("INSERT INTO organizations (id, name, currency_code, created_at, version) VALUES (gen_random_uuid(), 'x', 'EUR', 0, 1); ALTER POLICY own_organization ON organizations USING (true)")]
    public async Task Open_WithoutAGuardAsItWasMade_IsRefused(string tampering)
    {
        using var store = TestDatabase.WithSchema();
        using (var shell = store.Shell())
        {
            shell.Execute(tampering);
        }

        await using var installation = new TestInstallation(store);

        (await installation.RefusalAsync(exclusive: true)).Should().Be("storage.trigger-missing");
    }

    private static IReadOnlyList<string> Written(SqlShell shell, string table) =>
        [.. shell.Column($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position").OfType<string>()];

    private static string With(IEnumerable<string> columns, string column, string value) => string.Join(", ", columns.Select(c => c == column ? value : c));
}
