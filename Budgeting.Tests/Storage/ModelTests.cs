using System.Security.Cryptography;
using System.Text;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Budgeting.Tests.Storage;

public sealed class ModelTests : IDisposable
{
    // A user is nobody's: what they may see is said by their memberships.
    private static readonly Type[] WithoutOrganization =
        [typeof(User), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>)];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryEntity_IsFilteredByItsOrganizationOrListed()
    {
        await using var installation = new TestInstallation(_folder);
        await using var db = installation.Db();

        var unfiltered = db.Model.GetEntityTypes()
            .Where(e => !e.ClrType.IsAssignableTo(typeof(ITenantRow)) || e.FindDeclaredQueryFilter(BudgetingDbContext.TenantFilter) is null)
            .Select(e => e.ClrType);

        unfiltered.Should().BeEquivalentTo(WithoutOrganization);
    }

    [Fact]
    public async Task TheModel_HasNoChangesWithoutAMigration()
    {
        await using var installation = new TestInstallation(_folder);
        await using var db = installation.Db();

        db.Database.HasPendingModelChanges().Should().BeFalse();
    }

    /// <summary>
    /// Triggers are made again by a migration only: a database of before would be refused for those that it has. Add one, empty if need be,
    /// and write its name here with what the triggers come to now.
    /// </summary>
    [Theory]
    [InlineData("Sqlite", "IndexOfEntries", "18c5abf8c5738ea8")]
    [InlineData("Postgres", "IndexOfEntries", "bcba3ee86329b4c9")]
    public async Task OtherTriggers_ComeWithAMigration(string engine, string migration, string digest)
    {
        await using var installation = new TestInstallation(_folder);
        await using var db = installation.Db();

        var triggers = string.Join('\n', TriggerScripts.Of(db.Model, engine).Select(t => t.Sql).Order(StringComparer.Ordinal));
        var last = typeof(Database).Assembly.GetTypes().Where(t => t.Namespace == $"Budgeting.Core.Storage.{engine}.Migrations")
            .SelectMany(t => t.GetCustomAttributes(typeof(MigrationAttribute), inherit: false)).Cast<MigrationAttribute>().Max(m => m.Id)!;

        (last.Split('_')[1], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(triggers)))[..16]).Should().Be((migration, digest));
    }

    [Fact]
    public async Task TheTriggersOfTheFile_AreThoseOfTheModel()
    {
        await using var installation = new TestInstallation(_folder);
        await installation.OpenAsync(exclusive: false);
        await using var db = installation.Db();
        using var shell = new SqliteShell(_folder);

        var declared = db.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredTriggers()).Select(t => t.ModelName);

        declared.Should().NotBeEmpty();
        shell.Column("SELECT name FROM sqlite_master WHERE type = 'trigger'").Should().BeEquivalentTo(declared);
    }
}
