using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Sqlite;
using Budgeting.Core.Storage.Sqlite.Migrations;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

/// <summary>A program whose schema is one step ahead opens what this one wrote.</summary>
[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class MigrationTests : IDisposable
{
    private const string FirstSchema = "20261130010135_Initial";
    private const string SecondSchema = "20261130083703_Execution";
    private const string ThirdSchema = "20261130095719_AuditByTime";
    private const string FourthSchema = "20261130135216_GuardsOfTotals";
    private const string FifthSchema = "20261130151500_GuardsOfAmounts";
    private const string SixthSchema = "20261130165102_IndexesOfSums";
    private const string Schema = "20261130185622_IndexOfEntries";

    private readonly TestFolder _folder = TestFolder.WithDatabase();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_ASchemaThatIsDue_BacksUpThenMigrates()
    {
        await WriteAsync();
        await using var later = Later();

        await later.OpenAsync(exclusive: true);

        using var after = new SqliteShell(_folder);
        after.Column("SELECT note FROM later").Should().Equal("migrated");
        after.Value("SELECT name FROM organizations").Should().Be("Family");
        using var backup = new SqliteShell(Path.Combine(later.Folder.BackupFolder, $"budgeting-20261121T090000Z-{Schema}.db"));
        backup.Value("PRAGMA integrity_check").Should().Be("ok");
        backup.Value("SELECT name FROM organizations").Should().Be("Family");
        backup.Column("SELECT name FROM sqlite_master WHERE name = 'later'").Should().BeEmpty();
        Directory.GetFiles(later.Folder.BackupFolder, "*.partial").Should().BeEmpty();
    }

    [Fact]
    public async Task Open_TheBackup_WorksWithTheProgramThatWroteIt()
    {
        await WriteAsync();
        await using (var later = Later())
        {
            await later.OpenAsync(exclusive: true);
        }

        using var restored = new TestFolder();
        var backup = Directory.GetFiles(_folder.Data.BackupFolder).Single();
        File.Copy(backup, restored.Data.DatabaseFile);
        await using var installation = new TestInstallation(restored);

        await installation.Awaiting(i => i.OpenAsync(exclusive: true)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Open_ASchemaThatIsDueWhileAnotherHoldsTheFolder_IsRefusedUntouched()
    {
        await WriteAsync();
        await using var later = Later();
        using var held = InstanceLock.Take(later.Folder, "A server uses");

        (await later.RefusalAsync(exclusive: false)).Should().Be("storage.locked");

        using var shell = new SqliteShell(_folder);
        shell.Column("SELECT name FROM sqlite_master WHERE name = 'later'").Should().BeEmpty();
    }

    [Fact]
    public async Task Open_AfterAMigrationThatWasKilled_DoesNotWaitForIt()
    {
        await WriteAsync();
        using (var shell = new SqliteShell(_folder))
        {
            shell.Execute("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2020-01-01')");
        }

        await using var later = Later();

        await later.OpenAsync(exclusive: false).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Open_ACommandAfterAMigration_LeavesTheFolderToAServer()
    {
        await WriteAsync();
        await using var command = Later();
        await using var server = Later();
        await command.OpenAsync(exclusive: false);

        await server.Awaiting(s => s.OpenAsync(exclusive: true)).Should().NotThrowAsync();
    }

    private async Task WriteAsync()
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        await world.OrganizationAsync("Family");
    }

    private TestInstallation Later() => new(_folder, services => services
        .AddPooledDbContextFactory<LaterContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteConnections>().ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(LaterContext).Assembly.FullName))
            .AddInterceptors(provider.GetRequiredService<SqliteConnections>())
            .ConfigureWarnings(w => w
                .Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)))
        .AddSingleton<IDbContextFactory<BudgetingDbContext>, LaterContexts>());

    public sealed class LaterContext(DbContextOptions<LaterContext> options) : BudgetingDbContext(options)
    {
        internal override Dialect Dialect => SqliteDialect.Instance;
    }

    [DbContext(typeof(LaterContext))]
    [Migration(FirstSchema)]
    public sealed class First : Initial;

    [DbContext(typeof(LaterContext))]
    [Migration(SecondSchema)]
    public sealed class Second : Core.Storage.Sqlite.Migrations.Execution;

    [DbContext(typeof(LaterContext))]
    [Migration(ThirdSchema)]
    public sealed class Third : AuditByTime;

    [DbContext(typeof(LaterContext))]
    [Migration(FourthSchema)]
    public sealed class Fourth : GuardsOfTotals;

    [DbContext(typeof(LaterContext))]
    [Migration(FifthSchema)]
    public sealed class Fifth : GuardsOfAmounts;

    [DbContext(typeof(LaterContext))]
    [Migration(SixthSchema)]
    public sealed class Sixth : IndexesOfSums;

    [DbContext(typeof(LaterContext))]
    [Migration(Schema)]
    public sealed class Seventh : IndexOfEntries;

    [DbContext(typeof(LaterContext))]
    [Migration("29991231000000_Later")]
    public sealed class Last : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE TABLE later (note TEXT); INSERT INTO later VALUES ('migrated')");
    }

    private sealed class LaterContexts(IDbContextFactory<LaterContext> contexts) : IDbContextFactory<BudgetingDbContext>
    {
        public BudgetingDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
