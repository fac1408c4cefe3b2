using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Organizations;

public sealed class TokensServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private TestWorld World => fixture.World;

    [Fact]
    public async Task AuthenticateAsync_GoodToken_ActsAsItsMember()
    {
        var ada = await World.OrganizationAsync();
        var token = await ada.Tokens.CreateAsync("Script", role: null, default);

        var identified = await ada.Tokens.AuthenticateAsync(token.Secret, default);

        identified.Should().Be(new MemberIdentity(ada.OrganizationId, ada.MemberId, token.Token.Id, Role.Admin));
        (await World.ActAs(identified!).PersonAsync()).Should().NotBeNull();
    }

    [Fact]
    public async Task CreateAsync_LesserRole_IsTheCeiling()
    {
        var ada = await World.OrganizationAsync();
        var token = await ada.Tokens.CreateAsync("Reader", Role.Viewer, default);

        var program = World.ActAs((await ada.Tokens.AuthenticateAsync(token.Secret, default))!);

        (await program.People.ListAsync(default)).Should().BeEmpty();
        await FluentActions.Awaiting(() => program.PersonAsync()).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => program.Tokens.CreateAsync("More", Role.Member, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task CreateAsync_MoreThanOnesRole_IsForbidden()
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, Role.Member);

        await FluentActions.Awaiting(() => max.Tokens.CreateAsync("Script", Role.Approver, default)).ShouldRefuseAsync<ForbiddenException>();
        (await max.Tokens.CreateAsync("Script", Role.Member, default)).Token.Role.Should().Be(Role.Member);
    }

    [Fact]
    public async Task Token_OfAMemberWithLessNow_CanDoLess()
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, Role.Member);
        var token = await max.Tokens.CreateAsync("Script", role: null, default);
        var program = World.ActAs((await max.Tokens.AuthenticateAsync(token.Secret, default))!);

        await ada.Organizations.UpdateMemberAsync(max.MemberId, new MemberInput { Name = "Max", Role = Role.Viewer }, version: null, default);

        await FluentActions.Awaiting(() => program.PersonAsync()).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task Token_ThatCanDoLessThanItsMember_MakesNoneAndEndsOnlyItself()
    {
        var ada = await World.OrganizationAsync();
        var other = await ada.Tokens.CreateAsync("Other", role: null, default);
        var token = await ada.Tokens.CreateAsync("Script", Role.Member, default);
        var program = World.ActAs((await ada.Tokens.AuthenticateAsync(token.Secret, default))!);

        await FluentActions.Awaiting(() => program.Tokens.CreateAsync("Successor", role: null, default)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => program.Tokens.RevokeAsync(other.Token.Id, default)).ShouldRefuseAsync<ForbiddenException>();
        await program.Tokens.RevokeAsync(token.Token.Id, default);

        (await ada.Tokens.AuthenticateAsync(other.Secret, default)).Should().NotBeNull();
        (await ada.Tokens.AuthenticateAsync(token.Secret, default)).Should().BeNull();
    }

    [Fact]
    public async Task RevokeAsync_OwnToken_IsNoGoodAnyMore()
    {
        var ada = await World.OrganizationAsync();
        var token = await ada.Tokens.CreateAsync("Script", role: null, default);

        await ada.Tokens.RevokeAsync(token.Token.Id, default);
        await ada.Tokens.RevokeAsync(token.Token.Id, default);

        (await ada.Tokens.AuthenticateAsync(token.Secret, default)).Should().BeNull();
        (await ada.Tokens.ListAsync(default)).Should().ContainSingle().Which.RevokedAt.Should().Be(World.Clock.GetUtcNow());
    }

    [Fact]
    public async Task RevokeAsync_TokenOfAnother_IsForAdminsOnly()
    {
        var ada = await World.OrganizationAsync();
        var (max, eve) = (await World.MemberAsync(ada, Role.Member), await World.MemberAsync(ada, Role.Approver));
        var token = await max.Tokens.CreateAsync("Script", role: null, default);

        await FluentActions.Awaiting(() => eve.Tokens.RevokeAsync(token.Token.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await max.Tokens.AuthenticateAsync(token.Secret, default)).Should().NotBeNull();

        await ada.Tokens.RevokeAsync(token.Token.Id, default);
        (await max.Tokens.AuthenticateAsync(token.Secret, default)).Should().BeNull();
    }

    [Fact]
    public async Task RevokeAsync_OfAnotherOrganization_IsNotFound()
    {
        var (ada, other) = (await World.OrganizationAsync(), await World.OrganizationAsync());
        var token = await ada.Tokens.CreateAsync("Script", role: null, default);

        await FluentActions.Awaiting(() => other.Tokens.RevokeAsync(token.Token.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task ListAsync_Member_SeesOwnAndAdminAll()
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, Role.Viewer);
        await ada.Tokens.CreateAsync("Ada's", role: null, default);
        World.Clock.Tick();
        await max.Tokens.CreateAsync("Max's", role: null, default);

        (await max.Tokens.ListAsync(default)).Select(t => t.Name).Should().Equal("Max's");
        (await ada.Tokens.ListAsync(default)).Select(t => t.Name).Should().Equal("Max's", "Ada's");
    }

    [Fact]
    public async Task ListAsync_Pages_AreInTheOrderOfMaking()
    {
        var ada = await World.OrganizationAsync();
        foreach (var name in new[] { "b", "a", "c" })
        {
            World.Clock.Tick();
            await ada.Tokens.CreateAsync(name, role: null, default);
        }

        var first = await ada.Tokens.ListAsync(PageRequest.Of(limit: 2, cursor: null), default);
        var second = await ada.Tokens.ListAsync(PageRequest.Of(limit: 2, first.NextCursor), default);

        first.Items.Concat(second.Items).Select(t => t.Name).Should().Equal("b", "a", "c");
    }

    [Fact]
    public async Task GetAsync_TokenOfAnother_IsForAdminsOnly()
    {
        var ada = await World.OrganizationAsync();
        var (max, eve) = (await World.MemberAsync(ada, Role.Member), await World.MemberAsync(ada, Role.Approver));
        var token = await max.Tokens.CreateAsync("Script", role: null, default);

        (await max.Tokens.GetAsync(token.Token.Id, default)).Should().Be(token.Token);
        (await ada.Tokens.GetAsync(token.Token.Id, default)).Should().Be(token.Token);
        await FluentActions.Awaiting(() => eve.Tokens.GetAsync(token.Token.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await eve.Tokens.ListAsync(PageRequest.First, default)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task CreateForAsync_AnotherMember_IsForbiddenEvenToAnAdmin()
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, Role.Viewer);

        await FluentActions.Awaiting(() => ada.Tokens.CreateForAsync(max.MemberId, "Script", role: null, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task AuthenticateAsync_Used_IsToldAtOnceAndWrittenLater()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var token = await ada.Tokens.CreateAsync("Script", role: null, default);
        token.Token.LastUsedAt.Should().BeNull();

        foreach (var minutes in new[] { 0, 1, 10 })
        {
            world.Clock.Advance(TimeSpan.FromMinutes(minutes));
            (await UseAsync(ada, token)).Should().Be(world.Clock.GetUtcNow());
            (await WrittenAsync(world, ada)).Should().NotBe(world.Clock.GetUtcNow());
            await ada.Get<TokenUses>().WriteAsync(default);
            (await WrittenAsync(world, ada)).Should().Be(world.Clock.GetUtcNow());
            (await ada.Tokens.GetAsync(token.Token.Id, default)).LastUsedAt.Should().Be(world.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task AuthenticateAsync_UsedBeforeTheEnd_IsWrittenAtTheEnd()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        await UseAsync(ada, await ada.Tokens.CreateAsync("Script", role: null, default));

        await FluentActions.Awaiting(() => ada.Get<TokenUses>().RunAsync(new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        (await WrittenAsync(world, ada)).Should().Be(world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task AuthenticateAsync_NotOurs_IsNobody()
    {
        var ada = await World.OrganizationAsync();
        string[] secrets = ["", "bdg_", "bdg_" + new string('!', 38), Secret.Create(), new('x', 10_000)];

        foreach (var secret in secrets)
        {
            (await ada.Tokens.AuthenticateAsync(secret, default)).Should().BeNull();
        }
    }

    [Fact]
    public async Task CreateAsync_Wrong_NamesEveryField()
    {
        var ada = await World.OrganizationAsync();

        await FluentActions.Awaiting(() => ada.Tokens.CreateAsync(" ", (Role)9, default)).ShouldBeInvalidAsync("name", "role");
    }

    [Fact]
    public async Task CreateAsync_ByNoMember_IsRefused()
    {
        var ada = await World.OrganizationAsync();
        ada.Current.ActAsSystem(ada.OrganizationId);

        await FluentActions.Awaiting(() => ada.Tokens.CreateAsync("Script", role: null, default)).ShouldRefuseAsync<UnauthenticatedException>();
    }

    [Fact]
    public async Task CreateForAsync_CommandLine_GivesNoMoreThanTheMembersRole()
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, Role.Member);
        ada.Current.ActAsSystem(ada.OrganizationId);

        (await ada.Tokens.CreateForAsync(max.MemberId, "Script", role: null, default)).Token.Role.Should().Be(Role.Member);
        await FluentActions.Awaiting(() => ada.Tokens.CreateForAsync(max.MemberId, "Script", Role.Admin, default)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => ada.Tokens.CreateForAsync(Guid.NewGuid(), "Script", role: null, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task CreateAsync_Secret_IsKeptAsAHashOnly()
    {
        var ada = await World.OrganizationAsync();
        var token = await ada.Tokens.CreateAsync("Script", role: null, default);

        await using var db = World.Db(ada.OrganizationId);
        var row = await db.Tokens.SingleAsync();

        row.Hash.Should().Equal(Secret.HashOf(token.Secret));
        token.Secret.Should().StartWith(row.Hint).And.NotBe(row.Hint);
        (await db.AuditEntries.SingleAsync(e => e.EntityId == row.Id)).After.Should().NotContain(token.Secret);
    }

    private static async Task<DateTimeOffset?> WrittenAsync(TestWorld world, TestActor actor)
    {
        await using var db = world.Db(actor.OrganizationId);
        return (await db.TokenUses.SingleOrDefaultAsync())?.LastUsedAt;
    }

    private static async Task<DateTimeOffset?> UseAsync(TestActor actor, NewToken token)
    {
        await actor.Tokens.AuthenticateAsync(token.Secret, default);
        return (await actor.Tokens.ListAsync(default)).Single().LastUsedAt;
    }
}
