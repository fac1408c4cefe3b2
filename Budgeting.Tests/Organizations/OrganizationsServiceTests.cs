using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Organizations;

public sealed class OrganizationsServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task UpdateAsync_Name_IsTrimmedAndCountsVersions()
    {
        var ada = await fixture.World.OrganizationAsync();
        var before = await ada.Organizations.GetAsync(default);

        var after = await ada.Organizations.UpdateAsync(Named(" Home "), before.Version, default);

        after.Should().Be(before with { Name = "Home", Version = before.Version + 1 });
        (await ada.Organizations.GetAsync(default)).Should().Be(after);
    }

    [Fact]
    public async Task UpdateAsync_NothingGiven_NamesEveryField()
    {
        var ada = await fixture.World.OrganizationAsync();

        await FluentActions.Awaiting(() => ada.Organizations.UpdateAsync(new OrganizationInput(), version: null, default))
            .ShouldBeInvalidAsync("name", "currency");
    }

    [Fact]
    public async Task UpdateAsync_Iban_IsCheckedAndKeptWithoutSpaces()
    {
        var ada = await fixture.World.OrganizationAsync();

        var after = await ada.Organizations.UpdateAsync(Named("Home") with { Iban = "de89 3704 0044 0532 0130 00" }, version: null, default);

        after.Iban.Should().Be("DE89370400440532013000");
        await FluentActions.Awaiting(() => ada.Organizations.UpdateAsync(Named("Home") with { Iban = "DE00 3704" }, version: null, default)).ShouldBeInvalidAsync("iban");
        (await ada.Organizations.UpdateAsync(Named("Home") with { Iban = " " }, version: null, default)).Iban.Should().BeNull();
    }

    [Fact]
    public async Task UpdateAsync_StaleVersion_OverwritesNothingAndSaysWho()
    {
        var ada = await fixture.World.OrganizationAsync();
        var read = await ada.Organizations.GetAsync(default);
        await ada.Organizations.UpdateAsync(Named("First"), read.Version, default);

        var error = await FluentActions.Awaiting(() => ada.Organizations.UpdateAsync(Named("Second"), read.Version, default))
            .ShouldRefuseAsync<StaleException>();

        error.Message.Should().Contain("changed by Ada");
        (await ada.Organizations.GetAsync(default)).Name.Should().Be("First");
    }

    [Theory]
    [InlineData("USD", "EUR", true)]
    [InlineData("JPY", "EUR", true)]
    [InlineData("USD", "KWD", true)]
    [InlineData("USD", "JPY", false)]
    [InlineData("KWD", "USD", false)]
    public async Task UpdateAsync_Currency_MayGetFinerAndNeverCoarser(string from, string to, bool allowed)
    {
        var ada = await fixture.World.OrganizationAsync(currency: from);
        var act = () => ada.Organizations.UpdateAsync(new OrganizationInput { Name = "Family", Currency = to }, version: null, default);

        if (!allowed)
        {
            await FluentActions.Awaiting(act).ShouldConflictAsync("organization.currency-too-coarse");
            return;
        }

        (await act()).Currency.Should().Be(to);
        (await ada.Current.CurrencyAsync()).Code.Should().Be(to);
    }

    [Fact]
    public async Task UpdateAsync_Duties_AreCombinedWithAReason_WhichGoesWithThem()
    {
        var ada = await fixture.World.OrganizationAsync();
        var combined = Named("Office") with { SeparateDuties = false, CombinedDutiesReason = " I am alone " };

        (await ada.Organizations.UpdateAsync(combined, version: null, default)).CombinedDutiesReason.Should().Be("I am alone");
        (await ada.Current.OrganizationAsync()).SeparateDuties.Should().BeFalse();
        (await ada.Organizations.UpdateAsync(combined with { SeparateDuties = true, CombinedDutiesReason = "I am alone" }, version: null, default)).CombinedDutiesReason.Should().BeNull();
        await FluentActions.Awaiting(() => ada.Organizations.UpdateAsync(combined with { CombinedDutiesReason = null }, version: null, default)).ShouldBeInvalidAsync("combinedDutiesReason");
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Member)]
    [InlineData(Role.Approver)]
    public async Task UpdateAsync_NoAdmin_IsForbidden(Role role)
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, role);

        await FluentActions.Awaiting(() => max.Organizations.UpdateAsync(Named("Mine"), version: null, default))
            .ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task MembersAsync_AllOfTheOrganization_AreByNameAndPaged()
    {
        var ada = await fixture.World.OrganizationAsync();
        var zoe = await fixture.World.MemberAsync(ada, Role.Viewer, "Zoe");
        var max = await fixture.World.MemberAsync(ada, Role.Member, "Max");
        await fixture.World.OrganizationAsync();

        (await ada.Organizations.MembersAsync(default)).Select(m => m.Name).Should().Equal("Ada", "Max", "Zoe");
        var first = await ada.Organizations.MembersAsync(PageRequest.Of(limit: 2, cursor: null), default);
        var second = await ada.Organizations.MembersAsync(PageRequest.Of(limit: 2, first.NextCursor), default);

        first.Items.Concat(second.Items).Select(m => m.Id).Should().BeEquivalentTo([ada.MemberId, zoe.MemberId, max.MemberId]);
        second.NextCursor.Should().BeNull();
    }

    [Fact]
    public async Task MemberAsync_OfAnotherOrganization_IsNotFound()
    {
        var ada = await fixture.World.OrganizationAsync();
        var other = await fixture.World.OrganizationAsync();

        await FluentActions.Awaiting(() => ada.Organizations.MemberAsync(other.MemberId, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => ada.Organizations.UpdateMemberAsync(other.MemberId, As(Role.Viewer), version: null, default))
            .ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task UpdateMemberAsync_OnlyAdmin_CanNeitherStepDownNorLeave()
    {
        var ada = await fixture.World.OrganizationAsync();
        await fixture.World.MemberAsync(ada, Role.Approver);

        await FluentActions.Awaiting(() => ada.Organizations.UpdateMemberAsync(ada.MemberId, As(Role.Member), version: null, default))
            .ShouldConflictAsync("organization.last-admin");
        await FluentActions.Awaiting(() => ada.Organizations.UpdateMemberAsync(ada.MemberId, As(Role.Admin, active: false), version: null, default))
            .ShouldConflictAsync("organization.last-admin");
    }

    [Fact]
    public async Task UpdateMemberAsync_OtherAdminWhoLeft_DoesNotCount()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Admin);
        await ada.Organizations.UpdateMemberAsync(max.MemberId, As(Role.Admin, active: false, name: "Max"), version: null, default);

        await FluentActions.Awaiting(() => ada.Organizations.UpdateMemberAsync(ada.MemberId, As(Role.Member), version: null, default))
            .ShouldConflictAsync("organization.last-admin");
    }

    [Fact]
    public async Task UpdateMemberAsync_TwoAdminsStepDownAtOnce_OneStays()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Admin);
        TestActor[] admins = [ada, max];

        var steps = admins.Select(a => Task.Run(() => a.Organizations.UpdateMemberAsync(a.MemberId, As(Role.Viewer), version: null, default))).ToList();
        await Task.WhenAll(steps.Select(s => s.ContinueWith(_ => { }, TaskScheduler.Default)));

        steps.Should().ContainSingle(s => s.IsCompletedSuccessfully);
        (await ada.Organizations.MembersAsync(default)).Should().ContainSingle(m => m.Role == Role.Admin);
    }

    [Fact]
    public async Task UpdateMemberAsync_OwnName_IsOnesOwn()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);

        var renamed = await max.Organizations.UpdateMemberAsync(max.MemberId, As(Role.Member, name: "Maximilian"), version: null, default);

        renamed.Name.Should().Be("Maximilian");
        (await ada.Current.OrganizationAsync()).Members[max.MemberId].Name.Should().Be("Maximilian");
    }

    [Fact]
    public async Task UpdateMemberAsync_OwnNameOfAViewer_IsForbidden()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Viewer);

        await FluentActions.Awaiting(() => max.Organizations.UpdateMemberAsync(max.MemberId, As(Role.Viewer, name: "Ada"), version: null, default))
            .ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task UpdateMemberAsync_NoAdmin_CanChangeNeitherOwnRoleNorOthers()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Approver);

        await FluentActions.Awaiting(() => max.Organizations.UpdateMemberAsync(max.MemberId, As(Role.Admin), version: null, default))
            .ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => max.Organizations.UpdateMemberAsync(ada.MemberId, As(Role.Admin, name: "Adele"), version: null, default))
            .ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task UpdateMemberAsync_Wrong_NamesEveryField()
    {
        var ada = await fixture.World.OrganizationAsync();

        await FluentActions.Awaiting(() => ada.Organizations.UpdateMemberAsync(ada.MemberId, As((Role)9, name: " "), version: null, default))
            .ShouldBeInvalidAsync("name", "role");
    }

    [Fact]
    public async Task UpdateMemberAsync_StaleVersion_OverwritesNothing()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        var read = await ada.Organizations.MemberAsync(max.MemberId, default);
        await max.Organizations.UpdateMemberAsync(max.MemberId, As(Role.Member, name: "Maxim"), read.Version, default);

        await FluentActions.Awaiting(() => ada.Organizations.UpdateMemberAsync(max.MemberId, As(Role.Viewer), read.Version, default))
            .ShouldRefuseAsync<StaleException>();

        (await ada.Organizations.MemberAsync(max.MemberId, default)).Should().BeEquivalentTo(new { Name = "Maxim", Role = Role.Member });
    }

    private static OrganizationInput Named(string name) => new() { Name = name, Currency = "USD" };

    private static MemberInput As(Role role, bool active = true, string name = "Somebody") => new() { Name = name, Role = role, Active = active };
}
