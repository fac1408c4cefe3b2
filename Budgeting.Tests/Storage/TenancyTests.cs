using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Storage;

public sealed class TenancyTests
{
    [Fact]
    public async Task EveryKindOfRow_IsSeenByItsOwnOrganizationOnly()
    {
        await using var world = await TestWorld.CreateAsync();
        var ours = (await FilledOrganization.CreateAsync(world, "Ours")).Admin.OrganizationId;
        var theirs = (await FilledOrganization.CreateAsync(world, "Theirs")).Admin.OrganizationId;
        await using var db = world.Db(ours);

        foreach (var type in TenantTypes(db))
        {
            var seen = await Rows(db, type).ToListAsync();
            seen.Should().NotBeEmpty("{0} has rows of ours", type.Name);
            seen.Should().OnlyContain(row => row.OrganizationId == ours, "{0} has rows of theirs as well", type.Name);
        }

        theirs.Should().NotBe(ours);
    }

    [Fact]
    public async Task WithoutAnOrganization_NoRowIsSeen()
    {
        await using var world = await TestWorld.CreateAsync();
        await FilledOrganization.CreateAsync(world);
        await using var db = world.Db(Guid.Empty);

        foreach (var type in TenantTypes(db))
        {
            (await Rows(db, type).CountAsync()).Should().Be(0, "{0} belongs to an organization", type.Name);
        }
    }

    [Fact]
    public async Task AnotherOrganizationsRow_CannotBeFoundById()
    {
        await using var world = await TestWorld.CreateAsync();
        var ours = (await FilledOrganization.CreateAsync(world, "Ours")).Admin.OrganizationId;
        var theirs = (await FilledOrganization.CreateAsync(world, "Theirs")).Admin.OrganizationId;
        await using var db = world.Db(ours);
        await using var other = world.Db(theirs);

        foreach (var type in TenantTypes(db))
        {
            var id = (await Rows(other, type).FirstAsync()).Id;
            (await db.FindAsync(type, id)).Should().BeNull("{0} is theirs", type.Name);
        }
    }

    [Fact]
    public async Task Save_ARowOfAnotherOrganization_IsRefused()
    {
        await using var world = await TestWorld.CreateAsync();
        var ours = await world.OrganizationAsync("Ours");
        var theirs = await world.OrganizationAsync("Theirs");
        await using var work = await ours.Get<UnitOfWorkFactory>().WriteAsync(Role.Admin, CancellationToken.None);
        work.Db.Add(new Person { Id = Guid.NewGuid(), OrganizationId = ours.OrganizationId, Name = "Ours" });
        work.Db.Add(new Person { Id = Guid.NewGuid(), OrganizationId = theirs.OrganizationId, Name = "Theirs" });

        await work.Awaiting(w => w.CommitAsync(CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Save_AnAuditedRowOutsideAUnitOfWork_IsRefused()
    {
        await using var world = await TestWorld.CreateAsync();
        var ours = await world.OrganizationAsync();
        await using var db = world.Db(ours.OrganizationId);
        db.Add(new Person { Id = Guid.NewGuid(), OrganizationId = ours.OrganizationId, Name = "Nobody's doing" });

        await db.Awaiting(d => d.SaveChangesAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    private static List<Type> TenantTypes(BudgetingDbContext db) =>
        db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(ITenantRow))).ToList();

    private static IQueryable<ITenantRow> Rows(BudgetingDbContext db, Type type) =>
        (IQueryable<ITenantRow>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!;
}
