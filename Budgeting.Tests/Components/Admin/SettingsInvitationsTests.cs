using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Admin;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class SettingsInvitationsTests : IAsyncLifetime
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
    public async Task Invite_GivesALinkThatLetsSomebodyJoin()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("Invite somebody");
        page.Type("For whom", "Grandma");
        page.Choose("Role", "Viewer");
        page.Submit();

        var link = page.Field("The invitation's link").GetAttribute("value")!;
        link.Should().StartWith("http://localhost/join/bdg_");
        var preview = await _admin.Invitations.PreviewAsync(link.Split('/')[^1], CancellationToken.None);
        preview!.Role.Should().Be(Role.Viewer);
    }

    [Fact]
    public async Task Link_IsShownOnce()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();
        page.Press("Invite somebody");
        page.Type("For whom", "Grandma");
        page.Submit();
        page.Field("The invitation's link");

        page.Press("Done");

        page.WaitFor(() => page.Markup.Should().NotContain("bdg_"));
        page.Items("Invitations").Should().ContainSingle(item => item.TextContent.Contains("Grandma") && item.TextContent.Contains("Open"));
    }

    [Fact]
    public async Task Copy_PutsTheLinkOnTheClipboard()
    {
        await using var context = new ComponentContext(_admin);
        var copy = context.JSInterop.SetupModule("./js/ui.js").Setup<bool>("copyText", _ => true).SetResult(true);
        var page = context.Open<MemberSettings>();
        page.Press("Invite somebody");
        page.Submit();

        page.Press("Copy");

        page.Sees("Copied.");
        copy.Invocations.Should().ContainSingle().Which.Arguments.Should().Equal(page.Field("The invitation's link").GetAttribute("value"));
    }

    [Fact]
    public async Task Revoke_EndsTheLink()
    {
        var made = await _admin.Invitations.CreateAsync(Role.Member, "Grandma", CancellationToken.None);
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();

        page.Press("Revoke");
        page.Answer("Revoke");

        page.Sees("Revoked");
        (await _admin.Invitations.PreviewAsync(made.Secret, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task SomebodyJoins_ShowsByItself()
    {
        var made = await _admin.Invitations.CreateAsync(Role.Member, "Grandma", CancellationToken.None);
        await using var context = new ComponentContext(_admin);
        var page = context.Open<MemberSettings>();
        page.Sees("Open");

        var account = new AccountInput { Name = "Olga Petrova", Email = "olga@example.org", Password = TestWorld.Password };
        await _admin.Invitations.AcceptAsync(made.Secret, account, CancellationToken.None);

        page.Sees("Olga Petrova");
        page.Sees("Used");
    }
}
