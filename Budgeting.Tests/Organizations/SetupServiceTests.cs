using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Organizations;

public sealed class SetupServiceTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    private SetupService Setup => _world.Services.GetRequiredService<SetupService>();

    public async Task InitializeAsync() => _world = await TestWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task SetUpAsync_FirstTime_MakesAnAdminWhoCanAct()
    {
        (await Setup.IsNeededAsync(default)).Should().BeTrue();

        var admin = _world.ActAs(await Setup.SetUpAsync(Input(), default));

        (await Setup.IsNeededAsync(default)).Should().BeFalse();
        (await admin.Current.RoleAsync()).Should().Be(Role.Admin);
        (await admin.Organizations.GetAsync(default)).Should().BeEquivalentTo(new { Name = "Family", Currency = "EUR" });
    }

    [Fact]
    public async Task SetUpAsync_SecondTime_IsRefused()
    {
        await Setup.SetUpAsync(Input(), default);

        await FluentActions.Awaiting(() => Setup.SetUpAsync(Input("max@example.org"), default)).ShouldConflictAsync("setup.done");
    }

    [Fact]
    public async Task SetUpAsync_ManyAtOnce_ExactlyOneWins()
    {
        var attempts = Enumerable.Range(0, 10).Select(i => Task.Run(() => Setup.SetUpAsync(Input($"user{i}@example.org"), default))).ToList();

        await Task.WhenAll(attempts.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        var winner = attempts.Should().ContainSingle(a => a.IsCompletedSuccessfully).Which;
        attempts.Except([winner]).Should().AllSatisfy(a => a.Exception!.InnerException.Should().BeOfType<ConflictException>());
        await using var db = _world.Db((await winner).OrganizationId);
        (await db.Users.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task SetUpAsync_NothingGiven_NamesEveryField() =>
        await FluentActions.Awaiting(() => Setup.SetUpAsync(new SetupInput(), default))
            .ShouldBeInvalidAsync("organizationName", "currency", "name", "email", "password");

    [Fact]
    public async Task CreateOrganizationAsync_Further_HasItsOwnAdmin()
    {
        var first = await Setup.SetUpAsync(Input(), default);

        var second = await Setup.CreateOrganizationAsync(Input("max@example.org", "Office"), default);

        second.OrganizationId.Should().NotBe(first.OrganizationId);
    }

    [Fact]
    public async Task CreateOrganizationAsync_EmailInAnotherLetterCase_IsTaken()
    {
        await Setup.SetUpAsync(Input(), default);

        await FluentActions.Awaiting(() => Setup.CreateOrganizationAsync(Input("ADA@example.ORG"), default)).ShouldConflictAsync("account.exists");
    }

    [Fact]
    public async Task CreateMemberAsync_Organization_AddsWithTheRole()
    {
        var admin = await Setup.SetUpAsync(Input(), default);

        var member = await Setup.CreateMemberAsync(Account("max@example.org") with { Name = "Max" }, Role.Approver, admin.OrganizationId, default);

        (await _world.ActAs(member).Current.RoleAsync()).Should().Be(Role.Approver);
    }

    [Fact]
    public async Task CreateMemberAsync_EmailTaken_IsRefused()
    {
        var admin = await Setup.SetUpAsync(Input(), default);

        await FluentActions.Awaiting(() => Setup.CreateMemberAsync(Account("ada@example.org"), Role.Member, admin.OrganizationId, default))
            .ShouldConflictAsync("account.exists");
    }

    [Fact]
    public async Task OrganizationsAsync_Name_FindsThoseOrAll()
    {
        var first = await Setup.SetUpAsync(Input(), default);
        _world.Clock.Tick();
        var second = await Setup.CreateOrganizationAsync(Input("max@example.org", "Office"), default);

        (await Setup.OrganizationsAsync("Office", default)).Should().Equal(new OrganizationDto(second.OrganizationId, "Office", "EUR", Iban: null, FiscalYearStartMonth: 1, SeparateDuties: true, CombinedDutiesReason: null, Version: 1));
        (await Setup.OrganizationsAsync(name: null, default)).Select(o => o.Id).Should().Equal(first.OrganizationId, second.OrganizationId);
        (await Setup.OrganizationsAsync("Nobody", default)).Should().BeEmpty();
    }

    [Fact]
    public async Task MembershipsAsync_Email_FindsActiveOnes()
    {
        var admin = _world.ActAs(await Setup.SetUpAsync(Input(), default));
        var max = await Setup.CreateMemberAsync(Account("max@example.org") with { Name = "Max" }, Role.Member, admin.OrganizationId, default);

        (await Setup.MembershipsAsync(" MAX@example.org", default)).Should().Equal(new Membership(admin.OrganizationId, "Family", max.MemberId, Role.Member));
        await admin.Organizations.UpdateMemberAsync(max.MemberId, new MemberInput { Name = "Max", Role = Role.Member, Active = false }, version: null, default);

        (await Setup.MembershipsAsync("max@example.org", default)).Should().BeEmpty();
        (await Setup.MembershipsAsync("nobody@example.org", default)).Should().BeEmpty();
    }

    private static SetupInput Input(string email = "ada@example.org", string organization = "Family") =>
        new() { Admin = Account(email), OrganizationName = organization, Currency = "EUR" };

    private static AccountInput Account(string email) => new() { Name = "Ada", Email = email, Password = TestWorld.Password };
}
