using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>The member that an owner is changes how they are reached and paid, and nothing else.</summary>
public sealed class OwnerContactTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const string Account = "GB82WEST12345698765432";

    [Fact]
    public async Task Update_ByTheMemberThatTheyAre_ChangesEmailAndIban_AndCanBeUndone()
    {
        var (max, owner) = await OwnerAsync(Role.Member);
        using var capture = WriteCapture.Open();

        await max.Owners.UpdateAsync(owner.Id, Contact(owner), null, default);
        var written = capture.WriteId!.Value;

        (await max.Owners.GetAsync(owner.Id, default)).Should().Match<OwnerDto>(o => o.Email == "max@example.org" && o.Iban == Account);
        await max.Actor.Undo.UndoAsync(written, default);
        (await max.Owners.GetAsync(owner.Id, default)).Should().Match<OwnerDto>(o => o.Email == null && o.Iban == null);
    }

    [Fact]
    public async Task Update_ByTheMemberThatTheyAre_OfAnythingElse_IsRefused()
    {
        var (max, owner) = await OwnerAsync(Role.Member);

        foreach (var input in new[] { Contact(owner) with { Name = "Maximilian" }, Contact(owner) with { MemberId = null }, Contact(owner) with { Active = false } })
        {
            await FluentActions.Awaiting(() => max.Owners.UpdateAsync(owner.Id, input, null, default)).ShouldRefuseAsync<ForbiddenException>();
        }

        await FluentActions.Awaiting(() => max.Owners.UpdateAsync(owner.Id, Contact(owner) with { Iban = "GB00" }, null, default)).ShouldBeInvalidAsync("iban");
    }

    [Fact]
    public async Task Update_ByAnotherMember_OrAViewer_IsRefused()
    {
        var admin = await fixture.World.OrganizationAsync();
        var (_, owner) = await OwnerAsync(Role.Member, admin);
        var (viewer, own) = await OwnerAsync(Role.Viewer, admin);
        var other = new TestCosts(await fixture.World.MemberAsync(admin, Role.Member, "Other"));

        await FluentActions.Awaiting(() => other.Owners.UpdateAsync(owner.Id, Contact(owner), null, default)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => viewer.Owners.UpdateAsync(own.Id, Contact(own), null, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task Add_ByAMember_IsRefused_EvenOfTheOwnerThatTheyAre()
    {
        var max = new TestCosts(await fixture.World.MemberAsync(await fixture.World.OrganizationAsync(), Role.Member, "Max"));

        await FluentActions.Awaiting(() => max.OwnerAsync("", max.Actor.MemberId)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => max.OwnerAsync("Max", max.Actor.MemberId)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task Add_AndList_OfAnotherOrganization_FindNothing()
    {
        var (here, there) = (new TestCosts(await fixture.World.OrganizationAsync()), await fixture.World.OrganizationAsync());

        await FluentActions.Awaiting(() => here.Owners.ListAsync(there.OrganizationId, PageRequest.First, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => here.Owners.AddAsync(there.OrganizationId, new OwnerInput { Name = "Ann" }, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Update_FromAnotherOrganization_FindsNobody()
    {
        var (_, owner) = await OwnerAsync(Role.Member);
        var (elsewhere, _) = await OwnerAsync(Role.Member);

        await FluentActions.Awaiting(() => elsewhere.Owners.UpdateAsync(owner.Id, Contact(owner), null, default)).ShouldRefuseAsync<NotFoundException>();
    }

    private static OwnerInput Contact(OwnerDto owner) => owner.ToInput() with { Email = "max@example.org", Iban = Account };

    private async Task<(TestCosts Max, OwnerDto Owner)> OwnerAsync(Role role, TestActor? of = null)
    {
        var admin = new TestCosts(of ?? await fixture.World.OrganizationAsync());
        var max = await fixture.World.MemberAsync(admin.Actor, role, $"Max {role}");
        return (new TestCosts(max), await admin.OwnerAsync($"Max {role}", max.MemberId));
    }
}
