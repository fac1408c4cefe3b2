using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Budgeting.Tests.Storage;

/// <summary>Each migration goes back and forth again, with what protects the data.</summary>
public sealed class MigrationBackTests
{
    [Fact]
    public async Task TheLatestMigrations_GoBackToTheFirst_AndForthAgain()
    {
        using var store = TestStore.WithDatabase();
        await using (var installation = new TestInstallation(store))
        {
            await installation.OpenAsync(exclusive: false);
            await using var db = OwnerOf(store, installation);
            var first = db.Database.GetMigrations().First();
            await db.GetService<IMigrator>().MigrateAsync(first);
            (await db.Database.GetAppliedMigrationsAsync()).Should().Equal(first);
        }

        await using var again = new TestInstallation(store);
        await again.OpenAsync(exclusive: true);

        // It was opened: all guards are there. One of them is tried.
        using var shell = store.Shell();
        var rows = new BudgetRows(shell);
        rows.Prepare();
        shell.Execute(rows.Budget(100, "100"));
        shell.ShouldRefuse(rows.Allotments((200, 100, "101", 1)), "allotment.exceeds-budget");
        shell.Execute(rows.Allotments((200, 100, "100", 1))).Should().Be(1);
    }

    private static BudgetingDbContext OwnerOf(TestStore store, TestInstallation installation) =>
        store is TestDatabase database ? new Core.Storage.Postgres.PostgresConnections(database.ConnectionString, database.OwnerConnectionString).ContextForUpdates() : installation.Db();
}
