using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Admin;

namespace Budgeting.Tests.Components;

public sealed class SettingsTokensTests : IAsyncLifetime
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
    public async Task Create_GivesATokenThatWorks()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<TokenSettings>();

        page.Press("Make a token");
        page.Type("Name", "Tablet");
        page.Submit();

        var secret = page.Field("The token").GetAttribute("value")!;
        var identified = await _admin.Tokens.AuthenticateAsync(secret, CancellationToken.None);
        identified.Should().Match<MemberIdentity>(i => i.MemberId == _admin.MemberId && i.Ceiling == Role.Viewer);
    }

    [Fact]
    public async Task Token_IsShownOnce()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<TokenSettings>();
        page.Press("Make a token");
        page.Type("Name", "Tablet");
        page.Submit();
        var secret = page.Field("The token").GetAttribute("value")!;

        page.Press("Done");

        page.WaitFor(() => page.Markup.Should().NotContain(secret));
        page.Sees("Tablet");
        page.Sees("never used");
    }

    [Fact]
    public async Task Create_WithoutName_SaysSoBesideTheField()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<TokenSettings>();

        page.Press("Make a token");
        page.Submit();

        page.Field("Name").Error().Should().StartWith("Enter a name");
    }

    [Fact]
    public async Task Roles_OfferedAreOnesOwnOrLess()
    {
        await using var context = new ComponentContext(await _world.MemberAsync(_admin, Role.Member));
        var page = context.Open<TokenSettings>();

        page.Press("Make a token");

        page.OptionsOf("Role").Should().Equal("Viewer", "Member");
    }

    [Fact]
    public async Task Admin_SeesWhoseEachTokenIs()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await max.Tokens.CreateAsync("Spreadsheet", Role.Viewer, CancellationToken.None);
        await using var context = new ComponentContext(_admin);

        var page = context.Open<TokenSettings>();

        page.Sees("Spreadsheet");
        page.Items("Tokens").Should().ContainSingle().Which.Words().Should().Contain("Max");
    }

    [Fact]
    public async Task Member_SeesNobodyElsesTokens()
    {
        await _admin.Tokens.CreateAsync("Backup", Role.Admin, CancellationToken.None);
        await using var context = new ComponentContext(await _world.MemberAsync(_admin, Role.Member));

        var page = context.Open<TokenSettings>();

        page.Sees("No tokens yet");
        page.Text.Should().NotContain("Backup");
    }

    [Fact]
    public async Task Revoke_Confirmed_EndsTheToken()
    {
        var made = await _admin.Tokens.CreateAsync("Backup", Role.Admin, CancellationToken.None);
        await using var context = new ComponentContext(_admin);
        var page = context.Open<TokenSettings>();

        page.Press("Revoke");
        page.Answer("Revoke");

        page.Sees("Revoked");
        (await _admin.Tokens.AuthenticateAsync(made.Secret, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task RevokedElsewhere_ShowsByItself()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        var made = await max.Tokens.CreateAsync("Spreadsheet", Role.Viewer, CancellationToken.None);
        await using var context = new ComponentContext(max);
        var page = context.Open<TokenSettings>();
        page.Sees("Spreadsheet");

        await _admin.Tokens.RevokeAsync(made.Token.Id, CancellationToken.None);

        page.Sees("Revoked");
        page.Buttons.Should().NotContain("Revoke");
    }
}
