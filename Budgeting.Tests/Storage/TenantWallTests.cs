using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Postgres;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Budgeting.Tests.Storage;

/// <summary>What the database itself keeps from one organization of another's, where the program's own filter isn't in the way.</summary>
public sealed class TenantWallTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private Guid _ours;
    private Guid _theirs;

    private TestDatabase Store => (TestDatabase)_world.Store;

    public async Task InitializeAsync()
    {
        if (TestStore.IsPostgres)
        {
            _world = await TestWorld.CreateAsync();
            _ours = (await FilledOrganization.CreateAsync(_world, "Ours")).Admin.OrganizationId;
            _theirs = (await FilledOrganization.CreateAsync(_world, "Theirs")).Admin.OrganizationId;
        }
    }

    public async Task DisposeAsync() => await (_world?.DisposeAsync() ?? ValueTask.CompletedTask);

    [PostgresTheory]
    [InlineData(PostgresRoles.App)]
    [InlineData(PostgresRoles.Owner)]
    public void RawSql_SeesTheRowsOfItsOrganization_OrNone(string role)
    {
        using var session = Session(role);

        foreach (var (table, organization, _) in Tables())
        {
            Tell(session, "");
            Count(session, table).Should().Be(0, "nobody said whose rows of {0} they are", table);
            Tell(session, _ours.ToString());
            Count(session, table).Should().BePositive("{0} has rows of ours", table);
            Count(session, $"{table} WHERE {organization} <> '{_ours}'").Should().Be(0, "{0} has rows of theirs as well", table);
            Tell(session, Guid.AllBitsSet.ToString());
            Count(session, table).Should().Be(0, "no id stands for all");
            Tell(session, PostgresReach.All);
            Count(session, $"{table} WHERE {organization} = '{_theirs}'").Should().BePositive("{0} shows all of them to who asks for all", table);
        }
    }

    [PostgresTheory]
    [InlineData(PostgresRoles.App)]
    [InlineData(PostgresRoles.Owner)]
    public void RawSql_WritesNoRowOfAnotherOrganization(string role)
    {
        foreach (var (table, organization, columns) in Tables())
        {
            // Triggers would refuse some of it first.
            using var shell = _world.Shell();
            shell.Unprotect(table);
            using var session = Session(role);
            Tell(session, _ours.ToString());
            var list = string.Join(", ", columns);
            var copy = string.Join(", ", columns.Select(c => c == organization ? $"'{_theirs}'" : c == "id" ? "gen_random_uuid()" : c));

            Refusal(session, $"INSERT INTO {table} ({list}) SELECT {copy} FROM {table} LIMIT 1").Should().Contain("row-level security", table);
            if (role == PostgresRoles.Owner || table is not ("audit_entries" or "statements" or "budget_adjustments"))
            {
                Refusal(session, $"UPDATE {table} SET {organization} = '{_theirs}'").Should().Contain("row-level security", table);
                Run(session, $"DELETE FROM {table} WHERE {organization} = '{_theirs}'").Should().Be(0, table);
            }
        }
    }

    [PostgresTheory]
    [InlineData(PostgresRoles.App)]
    [InlineData(PostgresRoles.Owner)]
    public void Copy_BringsOwnRowsOut_AndNoneIn(string role)
    {
        using var session = Session(role);
        Tell(session, _ours.ToString());

        foreach (var (table, organization, _) in Tables())
        {
            using (var rows = session.BeginTextExport($"COPY {table} ({organization}) TO STDOUT"))
            {
                rows.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Should().Equal([_ours.ToString()], table);
            }

            session.Invoking(s => s.BeginTextImport($"COPY {table} FROM STDIN")).Should().Throw<PostgresException>(table)
                .Which.SqlState.Should().Be(PostgresErrorCodes.FeatureNotSupported, table);
        }
    }

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AQueryWithoutTheFilter_SeesItsOwnOrganizationOnly(bool isWithout)
    {
        await using var db = _world.Db(isWithout ? Guid.Empty : _ours);

        foreach (var type in db.Model.GetEntityTypes().Where(IsTenants))
        {
            var rows = await Unfiltered(db, type.ClrType).ToListAsync();
            rows.Select(r => r.OrganizationId).Distinct().Should().Equal(isWithout ? [] : [_ours], type.ClrType.Name);
        }
    }

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AfterAQueryAcrossOrganizations_AllIsAsBefore(bool inATransaction)
    {
        await using var db = _world.Db(_ours);
        await using var transaction = inATransaction ? await db.Database.BeginTransactionAsync() : null;
        await db.Database.OpenConnectionAsync();

        (await db.IdempotencyRecords.OfAllOrganizations().Select(r => r.OrganizationId).Distinct().ToListAsync()).Should().BeEquivalentTo([_ours, _theirs]);

        (await Unfiltered(db, typeof(AuditEntry)).ToListAsync()).Should().OnlyContain(e => e.OrganizationId == _ours);
        db.OrganizationId = _theirs;
        (await Unfiltered(db, typeof(AuditEntry)).ToListAsync()).Should().NotBeEmpty().And.OnlyContain(e => e.OrganizationId == _theirs);
    }

    [PostgresTheory]
    [InlineData("")]
    [InlineData(";No Reset On Close=true")]
    public async Task AConnectionFromThePool_HasNothingOfItsLastUse(string setting)
    {
        var connections = new PostgresConnections($"{Store.ConnectionString};Maximum Pool Size=1{setting}", owner: null);
        var options = new DbContextOptionsBuilder<PostgresBudgetingDbContext>();
        PostgresRegistration.Configure(options, connections.Serving);
        await using (var db = new PostgresBudgetingDbContext(options.Options) { OrganizationId = _ours })
        {
            (await db.AuditEntries.AnyAsync()).Should().BeTrue();
        }

        await using var next = new NpgsqlConnection(connections.Serving);
        await next.OpenAsync();

        Count(next, "audit_entries").Should().Be(0);
    }

    [PostgresTheory]
    [MemberData(nameof(SharedCosts.ClosedPeriodTests.Tables), MemberType = typeof(SharedCosts.ClosedPeriodTests))]
    public void ARowInAPeriodOfAnotherOrganization_IsRefused(string table)
    {
        using var shell = _world.Shell();
        var theirs = shell.Value($"SELECT id FROM periods WHERE organization_id = '{_theirs}' AND status = 0 LIMIT 1");
        var columns = Tables().Single(t => t.Table == table).Columns;
        var copy = string.Join(", ", columns.Select(c => c == "period_id" ? $"'{theirs}'" : c == "id" ? "gen_random_uuid()" : c));
        using var session = Session(PostgresRoles.App);
        Tell(session, _ours.ToString());

        Refusal(session, $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {copy} FROM {table} LIMIT 1").Should().Be("period.closed");
    }

    [PostgresFact]
    public async Task WhatUpdatesTheTables_SeesEveryOrganization()
    {
        await using var db = new PostgresConnections(Store.ConnectionString, Store.OwnerConnectionString).ContextForUpdates();

        (await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM organizations").SingleAsync()).Should().Be(2);
    }

    private static bool IsTenants(IReadOnlyEntityType type) => type.ClrType.IsAssignableTo(typeof(ITenantRow));

    private static IQueryable<ITenantRow> Unfiltered(BudgetingDbContext db, Type type) => (IQueryable<ITenantRow>)typeof(TenantWallTests)
        .GetMethod(nameof(UnfilteredOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db])!;

    private static IQueryable<ITenantRow> UnfilteredOf<T>(BudgetingDbContext db)
        where T : class, ITenantRow => db.Set<T>().IgnoreQueryFilters([BudgetingDbContext.TenantFilter]);

    // Every table of the model that has rows of organizations, with the column that says whose, and what is written of it.
    private IReadOnlyList<(string Table, string Organization, IReadOnlyList<string> Columns)> Tables()
    {
        using var db = _world.Db(_ours);
        return
        [
            .. db.Model.GetEntityTypes().Where(IsTenants).Select(t => (
                t.GetTableName()!,
                t.FindProperty(nameof(ITenantRow.OrganizationId)) is null ? "id" : "organization_id",
                (IReadOnlyList<string>)[.. t.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => p.GetColumnName())])),
        ];
    }

    private NpgsqlConnection Session(string role)
    {
        var session = new NpgsqlConnection(role == PostgresRoles.App ? Store.ConnectionString : Store.OwnerConnectionString);
        session.Open();
        return session;
    }

    private static void Tell(NpgsqlConnection session, string reach) => Run(session, $"SET {PostgresReach.Setting} = '{reach}'");

    private static int Run(NpgsqlConnection session, string sql)
    {
        using var command = new NpgsqlCommand(sql, session);
        return command.ExecuteNonQuery();
    }

    private static long Count(NpgsqlConnection session, string from)
    {
        using var command = new NpgsqlCommand($"SELECT count(*) FROM {from}", session);
        return (long)command.ExecuteScalar()!;
    }

    private static string Refusal(NpgsqlConnection session, string sql) =>
        session.Invoking(s => Run(s, sql)).Should().Throw<PostgresException>(sql).Which.MessageText;
}
