using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Admin;

namespace Budgeting.Tests.Components;

public sealed class SettingsMembersTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _admin = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _admin = await _world.OrganizationAsync();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task OwnRow_IsMarked()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(max);

        var page = context.Open<MemberSettings>();

        page.Sees("Ada");
        page.Items("Members").Should().ContainSingle(item => item.TextContent.Contains("You")).Which.TextContent.Should().Contain("Max");
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Member)]
    [InlineData(Role.Approver)]
    public async Task WhoIsNoAdmin_ReadsTheMembersOnly(Role role)
    {
        await using var context = new ComponentContext(await _world.MemberAsync(_admin, role));

        var page = context.Open<MemberSettings>();

        page.Sees("Ada");
        page.Buttons.Should().BeEmpty();
        page.Text.Should().NotContain("Invitations");
    }

    [Fact]
    public async Task Admin_IsToldFromWhomNothingIsKept_UntilSomebodySaysWhoTheyAre()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(_admin);
        await _admin.People.AddAsync(new PersonInput { Name = "Ada", MemberId = _admin.MemberId }, default);
        var page = context.Open<MemberSettings>();
        page.Sees("Nothing is kept a surprise from Max yet");

        await _admin.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);

        page.NoLongerSees("Nothing is kept a surprise");
    }

    [Fact]
    public async Task Admin_ChangesARole()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("Change name or role", within: "Max");
        page.Choose("Role", "Viewer");
        page.Submit();

        page.Sees("Viewer");
        (await max.Current.RoleAsync()).Should().Be(Role.Viewer);
    }

    [Fact]
    public async Task LastAdmin_CantBecomeAMember()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("Change name or role");
        page.Choose("Role", "Member");
        page.Submit();

        page.WaitFor(() => page.WordsOf(AriaRole.Alert).Should().Contain("Make somebody else an admin first: an organization needs one."));
    }

    [Fact]
    public async Task LastAdmin_CantLeave()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("End membership");
        page.Answer("End membership");

        page.Sees("Make somebody else an admin first: an organization needs one.");
        (await _admin.Current.RoleAsync()).Should().Be(Role.Admin);
    }

    [Fact]
    public async Task Admin_EndsAndRestoresAMembership()
    {
        await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("End membership", within: "Max");
        page.Answer("End membership");
        page.Sees("Membership ended");
        page.Press("Restore membership");

        page.NoLongerSees("Membership ended");
    }

    [Fact]
    public async Task End_NotConfirmed_ChangesNothing()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("End membership", within: "Max");
        page.Sees("End the membership?");
        page.Press("Cancel");

        (await max.Current.RoleAsync()).Should().Be(Role.Member);
    }

    [Fact]
    public async Task RoleChangedElsewhere_ShowsByItself()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(max);
        var page = context.Open<MemberSettings>();
        page.Sees("Ada");

        var input = new MemberInput { Name = "Max", Role = Role.Admin };
        await _admin.Organizations.UpdateMemberAsync(max.MemberId, input, version: null, CancellationToken.None);

        page.WaitFor(() => page.Buttons.Should().Contain("Invite somebody"));
    }
}
