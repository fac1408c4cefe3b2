using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

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
