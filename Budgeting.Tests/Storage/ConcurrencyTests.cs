using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Storage;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task AnEditOfAnOldVersion_IsRefusedAndOverwritesNothing()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var max = await world.MemberAsync(ada, Role.Member, "Max");
        var person = await ada.PersonAsync("Grandma");
        var granny = await max.People.UpdateAsync(person.Id, new PersonInput { Name = "Granny" }, person.Version, CancellationToken.None);

        var refusal = await ada.People
            .Awaiting(p => p.UpdateAsync(person.Id, new PersonInput { Name = "Nana" }, person.Version, CancellationToken.None))
            .Should().ThrowAsync<StaleException>();

        refusal.Which.Message.Should().Contain("Max");
        granny.Version.Should().Be(person.Version + 1);
        (await ada.People.GetAsync(person.Id, CancellationToken.None)).Should().Be(granny);
    }

    [Fact]
    public async Task TheSameEditAtTheSameTime_WorksForOne()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var person = await ada.PersonAsync("Grandma");

        var won = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => TryRenameAsync(world.ActAs(ada.MemberIdentity), person, $"Nana {i}"))));

        won.Count(w => w).Should().Be(1);
        (await ada.People.GetAsync(person.Id, CancellationToken.None)).Version.Should().Be(person.Version + 1);
    }

    [Fact]
    public async Task FiftyWriters_AllWriteAndTheChainHolds()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => world.ActAs(ada.MemberIdentity).PersonAsync($"Person {i}"))));

        (await ada.People.ListAsync(CancellationToken.None)).Should().HaveCount(50);
        await ChainHoldsAsync(world, ada);
    }

    [Fact]
    public async Task WritersOfTwoProcesses_AllWriteAndTheChainHolds()
    {
        await using var server = await TestWorld.CreateAsync();
        var ada = await server.OrganizationAsync();
        await using var command = await TestWorld.CreateAsync(server.Store);

        await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(i => Task.Run(() => (i % 2 == 0 ? server : command).ActAs(ada.MemberIdentity).PersonAsync($"Person {i}"))));

        (await ada.People.ListAsync(CancellationToken.None)).Should().HaveCount(40);
        await ChainHoldsAsync(server, ada);
    }

    private static async Task ChainHoldsAsync(TestWorld world, TestActor ada)
    {
        await using var db = world.Db(ada.OrganizationId);
        AuditChain.FirstBroken(await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync()).Should().BeNull();
    }

    private static async Task<bool> TryRenameAsync(TestActor actor, PersonDto person, string name)
    {
        try
        {
            await actor.People.UpdateAsync(person.Id, new PersonInput { Name = name }, person.Version, CancellationToken.None);
            return true;
        }
        catch (StaleException)
        {
            return false;
        }
    }
}
