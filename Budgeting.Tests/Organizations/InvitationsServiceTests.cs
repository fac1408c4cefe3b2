using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Organizations;

public sealed class InvitationsServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private TestWorld World => fixture.World;

    [Fact]
    public async Task AcceptAsync_OpenInvitation_JoinsWithItsRole()
    {
        var ada = await World.OrganizationAsync();
        var invitation = await ada.Invitations.CreateAsync(Role.Approver, "for Max", default);

        var max = World.ActAs(await ada.Invitations.AcceptAsync(invitation.Secret, Account(" Max "), default));

        (await max.Current.RoleAsync()).Should().Be(Role.Approver);
        (await ada.Organizations.MemberAsync(max.MemberId, default)).Name.Should().Be("Max");
        (await ada.Invitations.ListAsync(default)).Should().ContainSingle().Which.State.Should().Be(InvitationState.Accepted);
    }

    [Fact]
    public async Task AcceptAsync_ManyAtOnce_ExactlyOneJoins()
    {
        var ada = await World.OrganizationAsync();
        var secret = (await ada.Invitations.CreateAsync(Role.Member, note: null, default)).Secret;

        // All see the invitation open, then wait for their turn to write.
        List<Task<MemberIdentity>> attempts;
        await using (await ada.Get<UnitOfWorkFactory>().WriteAsync(Role.Admin, default))
        {
            attempts = Enumerable.Range(0, 8).Select(_ => ada.Invitations.AcceptAsync(secret, Account(), default)).ToList();
        }

        await Task.WhenAll(attempts.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        attempts.Should().ContainSingle(a => a.IsCompletedSuccessfully);
        (await ada.Organizations.MembersAsync(default)).Should().HaveCount(2);
        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(secret, Account(), default)).ShouldConflictAsync("invitation.closed");
    }

    [Fact]
    public async Task AcceptAsync_AfterAWeek_HasExpired()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var invitation = await ada.Invitations.CreateAsync(Role.Member, note: null, default);
        world.Clock.Advance(InvitationsService.Lifetime - TimeSpan.FromSeconds(1));
        (await ada.Invitations.PreviewAsync(invitation.Secret, default)).Should().NotBeNull();

        world.Clock.Advance(TimeSpan.FromSeconds(1));

        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(invitation.Secret, Account(), default)).ShouldConflictAsync("invitation.closed");
        (await ada.Invitations.PreviewAsync(invitation.Secret, default)).Should().BeNull();
        (await ada.Invitations.ListAsync(default)).Should().ContainSingle().Which.State.Should().Be(InvitationState.Expired);
    }

    [Fact]
    public async Task RevokeAsync_OpenInvitation_ClosesIt()
    {
        var ada = await World.OrganizationAsync();
        var invitation = await ada.Invitations.CreateAsync(Role.Member, note: null, default);

        await ada.Invitations.RevokeAsync(invitation.Invitation.Id, default);
        await ada.Invitations.RevokeAsync(invitation.Invitation.Id, default);

        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(invitation.Secret, Account(), default)).ShouldConflictAsync("invitation.closed");
        (await ada.Invitations.ListAsync(default)).Should().ContainSingle().Which.State.Should().Be(InvitationState.Revoked);
    }

    [Fact]
    public async Task RevokeAsync_OfAnotherOrganization_IsNotFoundAndStaysOpen()
    {
        var ada = await World.OrganizationAsync();
        var other = await World.OrganizationAsync();
        var invitation = await ada.Invitations.CreateAsync(Role.Member, note: null, default);

        await FluentActions.Awaiting(() => other.Invitations.RevokeAsync(invitation.Invitation.Id, default)).ShouldRefuseAsync<NotFoundException>();

        (await ada.Invitations.PreviewAsync(invitation.Secret, default)).Should().NotBeNull();
        (await other.Invitations.ListAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task ListAsync_Pages_AreInTheOrderOfMaking()
    {
        var (ada, other) = (await World.OrganizationAsync(), await World.OrganizationAsync());
        foreach (var note in new[] { "b", "a", "c" })
        {
            World.Clock.Tick();
            await ada.Invitations.CreateAsync(Role.Member, note, default);
        }

        var first = await ada.Invitations.ListAsync(PageRequest.Of(limit: 2, cursor: null), default);
        var second = await ada.Invitations.ListAsync(PageRequest.Of(limit: 2, first.NextCursor), default);

        first.Items.Concat(second.Items).Select(i => i.Note).Should().Equal("b", "a", "c");
        (await ada.Invitations.GetAsync(first.Items[0].Id, default)).Should().Be(first.Items[0]);
        await FluentActions.Awaiting(() => other.Invitations.GetAsync(first.Items[0].Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task PreviewAsync_OpenInvitation_SaysWhereByWhomAndAsWhat()
    {
        var ada = await World.OrganizationAsync("The Lovelaces");
        var invitation = await ada.Invitations.CreateAsync(Role.Viewer, note: null, default);

        var preview = await ada.Invitations.PreviewAsync(invitation.Secret, default);

        preview.Should().Be(new InvitationPreview(ada.OrganizationId, invitation.Invitation.Id, "The Lovelaces", "Ada", Role.Viewer));
    }

    [Fact]
    public async Task PreviewAsync_ByTheCommandLine_NamesAnAdmin()
    {
        var ada = await World.OrganizationAsync();
        ada.Current.ActAsSystem(ada.OrganizationId);
        var invitation = await ada.Invitations.CreateAsync(Role.Viewer, note: null, default);

        (await ada.Invitations.PreviewAsync(invitation.Secret, default))!.InvitedBy.Should().Be("an admin");
    }

    [Theory]
    [InlineData("")]
    [InlineData("bdg_!")]
    [InlineData("bdg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task PreviewAsync_Garbage_IsNothing(string secret)
    {
        var ada = await World.OrganizationAsync();

        (await ada.Invitations.PreviewAsync(secret, default)).Should().BeNull();
        (await ada.Invitations.PreviewAsync(Secret.Create(), default)).Should().BeNull();
        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(secret, Account(), default)).ShouldConflictAsync("invitation.closed");
    }

    [Fact]
    public async Task AcceptAsync_WrongInputOrTakenEmail_LeavesTheInvitationOpen()
    {
        var ada = await World.OrganizationAsync();
        var invitation = await ada.Invitations.CreateAsync(Role.Member, note: null, default);
        var taken = (await ada.Organizations.MemberAsync(ada.MemberId, default)).Email;

        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(invitation.Secret, new AccountInput(), default)).ShouldBeInvalidAsync("name", "email", "password");
        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(invitation.Secret, Account() with { Email = taken }, default)).ShouldConflictAsync("account.exists");

        (await ada.Invitations.PreviewAsync(invitation.Secret, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task AcceptAsync_WithAnAccount_JoinsASecondOrganizationOnce()
    {
        var (ada, other) = (await World.OrganizationAsync(), await World.OrganizationAsync());
        var user = await UserOfAsync(other);
        var first = await ada.Invitations.CreateAsync(Role.Member, note: null, default);
        var second = await ada.Invitations.CreateAsync(Role.Admin, note: null, default);

        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(first.Secret, user, " ", default)).ShouldBeInvalidAsync("name");
        var joined = await ada.Invitations.AcceptAsync(first.Secret, user, "Grace", default);

        (await World.ActAs(joined).Current.RoleAsync()).Should().Be(Role.Member);
        await FluentActions.Awaiting(() => ada.Invitations.AcceptAsync(second.Secret, user, "Grace", default)).ShouldConflictAsync("member.exists");
    }

    [Fact]
    public async Task CreateAsync_Wrong_NamesEveryField()
    {
        var ada = await World.OrganizationAsync();

        await FluentActions.Awaiting(() => ada.Invitations.CreateAsync((Role)7, new string('x', 101), default)).ShouldBeInvalidAsync("role", "note");
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Approver)]
    public async Task Invitations_NoAdmin_AreForbidden(Role role)
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, role);

        await FluentActions.Awaiting(() => max.Invitations.CreateAsync(Role.Admin, note: null, default)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => max.Invitations.ListAsync(default)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => max.Invitations.RevokeAsync(Guid.NewGuid(), default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task CreateAsync_Secret_IsKeptAsAHashOnly()
    {
        var ada = await World.OrganizationAsync();
        var invitation = await ada.Invitations.CreateAsync(Role.Member, note: null, default);

        await using var db = World.Db(ada.OrganizationId);
        var audit = await db.AuditEntries.SingleAsync(e => e.EntityId == invitation.Invitation.Id);

        audit.After.Should().Contain("\"hash\":\"\\u2026\"").And.NotContain(invitation.Secret);
        (await db.Invitations.SingleAsync()).Hash.Should().Equal(Secret.HashOf(invitation.Secret));
    }

    private async Task<User> UserOfAsync(TestActor actor)
    {
        await using var db = World.Db(actor.OrganizationId);
        var member = await db.Members.SingleAsync(m => m.Id == actor.MemberId);
        return await db.Users.SingleAsync(u => u.Id == member.UserId);
    }

    private static AccountInput Account(string name = "Max") => new() { Name = name, Email = $"{Guid.NewGuid():N}@example.org", Password = TestWorld.Password };
}
