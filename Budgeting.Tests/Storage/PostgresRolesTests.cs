using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Postgres;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Budgeting.Tests.Storage;

/// <summary>What the role that serves may do, and the one that owns the tables.</summary>
public sealed class PostgresRolesTests
{
    [PostgresTheory]
    [InlineData("ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_no_change")]
    [InlineData("ALTER TABLE audit_entries DISABLE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE people NO FORCE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE people ADD COLUMN more text")]
    [InlineData("ALTER POLICY own_organization ON people USING (true)")]
    [InlineData("DROP POLICY own_organization ON people")]
    [InlineData("DROP TRIGGER audit_entries_no_change ON audit_entries")]
    [InlineData("DROP TABLE people")]
    [InlineData("DROP FUNCTION refuse_change_of_history CASCADE")]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")]
    [InlineData("CREATE TRIGGER more BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history()")]
    [InlineData("CREATE TABLE more (id uuid)")]
    [InlineData("TRUNCATE people CASCADE")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("UPDATE audit_entries SET after = '{}'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("UPDATE statements SET content = '{}'")]
    [InlineData("DELETE FROM statements")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("SET ROLE budgeting_test_owner")]
    public void TheAppsRole_MayDoNothingButReadAndWriteRows(string sql)
    {
        using var store = TestDatabase.WithSchema();
        using var app = new NpgsqlConnection(store.ConnectionString);
        app.Open();
        using var command = new NpgsqlCommand(sql, app);

        command.Invoking(c => c.ExecuteNonQuery()).Should().Throw<PostgresException>()
            .Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_WhereTheTablesAreMadeAlready_NeedsNoOwner(bool withOwner)
    {
        using var store = TestDatabase.WithSchema();

        await FluentActions.Awaiting(() => OpenAsync(store.ConnectionString, withOwner ? store.OwnerConnectionString : null)).Should().NotThrowAsync();
    }

    [PostgresTheory]
    [InlineData(false, "--connection")]
    [InlineData(true, "--owner-connection")]
    public async Task Open_WhereNeitherMayMakeTheTables_IsWrongUsage_AndChangesNothing(bool withOwner, string tried)
    {
        using var store = TestDatabase.Empty();
        string[] owner = withOwner ? ["--owner-connection", store.ConnectionString] : [];

        var run = await CommandRun.OfAsync(
            ["admin", "create", "--email", "ada@example.org", "--password", TestWorld.Password, "--database", "postgres", "--connection", store.ConnectionString, .. owner]);

        run.Should().Be(new CommandRun(2, "", $"The tables have to be made or brought up to date, and the user of {tried} may not do that: name the owner of the database in --owner-connection. Nothing was changed.{Environment.NewLine}"));
        using var shell = store.Shell();
        shell.Value("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace").Should().Be("0");
    }

    [PostgresFact]
    public async Task Open_ByTheOwnerAlone_MakesTheTables_AndTheWallHoldsForTheOwner()
    {
        using var store = TestDatabase.Empty();

        await OpenAsync(store.OwnerConnectionString, owner: null);

        using var shell = store.Shell();
        shell.Execute($"INSERT INTO organizations (id, name, currency_code, created_at, version) VALUES (gen_random_uuid(), 'Family', 'EUR', 0, 1); SET {PostgresReach.Setting} = ''");
        shell.Value("SELECT count(*) FROM organizations").Should().Be("0");
    }

    [PostgresTheory]
    [InlineData("Username=nobody_of_that_name", "storage.password")]
    [InlineData("Host=/nowhere", "storage.unreachable")]
    public async Task Open_WhereTheOwnerCannotBeReached_NamesItsOption(string wrong, string code)
    {
        using var store = TestDatabase.WithSchema();

        var refusal = await FluentActions.Awaiting(() => OpenAsync(store.ConnectionString, $"{store.OwnerConnectionString};{wrong}")).Should().ThrowAsync<StorageException>();

        refusal.Which.Code.Should().Be(code);
        refusal.Which.Message.Should().Contain("--owner-connection");
    }

    [PostgresFact]
    public async Task Open_WhereTheServerCannotBeReached_SaysWhere()
    {
        var refusal = await FluentActions.Awaiting(() => OpenAsync("Host=127.0.0.1;Port=1;Database=budgeting;Username=x;Timeout=2", owner: null)).Should().ThrowAsync<StorageException>();

        refusal.Which.Code.Should().Be("storage.unreachable");
        refusal.Which.Message.Should().StartWith("The PostgreSQL server at 127.0.0.1:1 can't be reached: ").And.EndWith(" Look at --connection, and whether the server runs.");
    }

    [PostgresFact]
    public async Task Open_WithTheOwnerOfAnotherDatabase_IsRefused_AndMakesNothing()
    {
        using var store = TestDatabase.WithSchema();
        using var other = TestDatabase.Empty();

        var refusal = await FluentActions.Awaiting(() => OpenAsync(store.ConnectionString, other.OwnerConnectionString)).Should().ThrowAsync<StorageException>();

        refusal.Which.Code.Should().Be("storage.other-database");
        using var shell = other.Shell();
        shell.Value("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace").Should().Be("0");
    }

    [PostgresTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AsSomebodyWhoPassesByTheWall_IsOneWarning(bool passes)
    {
        using var store = TestDatabase.WithSchema();
        using var log = new ServerLog();
        var serving = passes
            ? new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = new NpgsqlConnectionStringBuilder(store.ConnectionString).Database }.ToString()
            : store.ConnectionString;

        await OpenAsync(serving, owner: null, log);

        log.Entries.Where(e => e.StartsWith("The user of --connection is a superuser or bypasses ", StringComparison.Ordinal)).Should().HaveCount(passes ? 1 : 0);
    }

    [PostgresTheory]
    [InlineData("REVOKE ALL ON people FROM budgeting_test_app")]
    [InlineData("GRANT ALL ON people TO budgeting_test_app")]
    public async Task Open_WithTheOwner_GivesTheAppItsRightsAgain(string sql)
    {
        using var store = TestDatabase.WithSchema();
        using var shell = store.Shell();
        const string Rights = "SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type) FROM information_schema.role_table_grants WHERE table_name = 'people' AND grantee = 'budgeting_test_app'";
        shell.Execute(sql);

        await OpenAsync(store.ConnectionString, store.OwnerConnectionString);

        shell.Value(Rights).Should().Be("DELETE INSERT SELECT UPDATE");
    }

    private static async Task OpenAsync(string connection, string? owner, ServerLog? log = null)
    {
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(log ?? new ServerLog()))
            .AddSingleton(TimeProvider.System)
            .AddPostgresStorage(connection, owner)
            .BuildServiceProvider();
        await services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None);
    }
}
