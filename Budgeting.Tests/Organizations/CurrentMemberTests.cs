using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Organizations;

public sealed class CurrentMemberTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Role_ChangedWhileAScopeIsOpen_CountsAtOnce()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        await max.PersonAsync();

        await SetAsync(ada, max, Role.Viewer);

        await FluentActions.Awaiting(() => max.PersonAsync()).ShouldRefuseAsync<ForbiddenException>();
        (await max.People.ListAsync(default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Membership_EndedWhileAScopeIsOpen_RefusesEverythingUntilRestored()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        await max.People.ListAsync(default);

        await SetAsync(ada, max, Role.Member, active: false);
        await FluentActions.Awaiting(() => max.People.ListAsync(default)).ShouldRefuseAsync<UnauthenticatedException>();

        await SetAsync(ada, max, Role.Member);
        (await max.People.ListAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Role_TakenAwayWhileAWriteWaitsForItsTurn_RefusesTheWrite()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        Task<PersonDto> waiting;
        await using (var work = await ada.Get<UnitOfWorkFactory>().WriteAsync(Role.Admin, default))
        {
            waiting = max.PersonAsync();
            var member = await new OrganizationsRepository(work).MemberAsync(max.MemberId, default);
            member!.Role = Role.Viewer;
            await work.CommitAsync(default);
        }

        await FluentActions.Awaiting(() => waiting).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task Nobody_SignedIn_IsRefused()
    {
        using var scope = fixture.World.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleService>();

        await FluentActions.Awaiting(() => people.ListAsync(default)).ShouldRefuseAsync<UnauthenticatedException>();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().IsSignedIn.Should().BeFalse();
    }

    [Fact]
    public async Task SignOut_ScopeThatActed_ActsForNobody()
    {
        var ada = await fixture.World.OrganizationAsync();

        ada.Current.SignOut();

        ada.Current.IsSignedIn.Should().BeFalse();
        await FluentActions.Awaiting(() => ada.People.ListAsync(default)).ShouldRefuseAsync<UnauthenticatedException>();
    }

    [Fact]
    public async Task SignIn_MemberOfAnotherOrganization_IsRefused()
    {
        var ada = await fixture.World.OrganizationAsync();
        var other = await fixture.World.OrganizationAsync();

        ada.Current.SignIn(other.OrganizationId, ada.MemberId);

        await FluentActions.Awaiting(() => ada.People.ListAsync(default)).ShouldRefuseAsync<UnauthenticatedException>();
    }

    [Fact]
    public async Task SignIn_NoSuchOrganization_IsRefused()
    {
        var ada = await fixture.World.OrganizationAsync();

        ada.Current.SignIn(Guid.NewGuid(), ada.MemberId);

        await FluentActions.Awaiting(() => ada.People.ListAsync(default)).ShouldRefuseAsync<UnauthenticatedException>();
    }

    [Theory]
    [InlineData(Role.Viewer, Role.Viewer)]
    [InlineData(Role.Member, Role.Member)]
    [InlineData(Role.Admin, Role.Approver)]
    public async Task Role_UnderACeiling_IsTheLesserOfTheTwo(Role ceiling, Role expected)
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Approver);

        max.Current.SignIn(max.OrganizationId, max.MemberId, Guid.NewGuid(), ceiling);

        (await max.Current.RoleAsync()).Should().Be(expected);
    }

    [Fact]
    public async Task ActAsSystem_Organization_HasEveryRightThereAndNoMember()
    {
        var ada = await fixture.World.OrganizationAsync();

        ada.Current.ActAsSystem(ada.OrganizationId);

        (await ada.Current.RoleAsync()).Should().Be(Role.Admin);
        ada.Current.MemberId.Should().BeNull();
        (await ada.PersonAsync()).Should().NotBeNull();
    }

    [Theory]
    [InlineData(Role.Admin, "Only an admin*")]
    [InlineData(Role.Approver, "Only an approver*")]
    [InlineData(Role.Member, "You can read here*")]
    public async Task RequireAsync_TooLittle_SaysWhoCan(Role least, string message)
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Viewer);

        var error = await FluentActions.Awaiting(() => max.Current.RequireAsync(least).AsTask()).ShouldRefuseAsync<ForbiddenException>();

        error.Message.Should().Match(message);
    }

    private static Task SetAsync(TestActor admin, TestActor member, Role role, bool active = true) => admin.Organizations.UpdateMemberAsync(
        member.MemberId, new MemberInput { Name = "Max", Role = role, Active = active }, version: null, default);
}
