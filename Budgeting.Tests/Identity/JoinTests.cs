using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Identity;

public sealed class JoinTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private readonly TestServer _server = fixture.Server;
    private readonly string _max = TestActors.NewEmail();
    private MemberIdentity _ada = null!;

    public async Task InitializeAsync() => _ada = await _server.OrganizationAsync(TestActors.NewEmail());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Join_NewAccount_IsAMemberAndSignedIn()
    {
        using var browser = _server.Browser();

        var answer = await browser.PostFormAsync(await InviteAsync(), new { Name = "Max", Email = _max, Password = TestWorld.Password });

        answer.Headers.Location!.OriginalString.Should().Be("/");
        (await TextAsync(await browser.GetAsync("/account"))).Should().Contain(_max).And.Contain("Viewer of Family");
    }

    [Fact]
    public async Task Join_SaysWhoInvitesWhereToAndAsWhat()
    {
        using var browser = _server.Browser();

        (await TextAsync(await browser.GetAsync(await InviteAsync()))).Should().Contain("Join Family").And.Contain("Ada invited you as viewer");
    }

    [Fact]
    public async Task Join_SignedIn_JoinsWithThatAccountAndCanChooseFromThenOn()
    {
        await _server.OrganizationAsync(_max, "The other one");
        using var browser = await _server.BrowserAsync(_max);

        await browser.PostFormAsync(await InviteAsync(), new { Name = "Max" });

        (await TextAsync(await browser.GetAsync("/account"))).Should().Contain("Viewer of Family").And.Contain("Choose another organization");
    }

    [Fact]
    public async Task SignIn_MemberOfSeveral_ChoosesOne()
    {
        await _server.OrganizationAsync(_max, "The other one");
        using var browser = await _server.BrowserAsync(_max);
        await browser.PostFormAsync(await InviteAsync(), new { Name = "Max" });
        using var fresh = _server.Browser();

        var answer = await fresh.SignInAsync(_max, path: "/sign-in?returnUrl=/account");
        var choices = await TestBrowser.PageAsync(await fresh.GetAsync(answer.Headers.Location!.OriginalString));
        var other = choices.QuerySelectorAll("main button").Single(b => b.TextContent == "The other one").GetAttribute("value");
        var chosen = await fresh.PostFormAsync(answer.Headers.Location!.OriginalString, new { Member = other });

        chosen.Headers.Location!.OriginalString.Should().Be("/account");
        (await TextAsync(await fresh.GetAsync("/account"))).Should().Contain("Admin of The other one");
    }

    [Fact]
    public async Task Organizations_SomebodyElsesMembership_IsNotTaken()
    {
        await _server.OrganizationAsync(_max, "The other one");
        using var browser = await _server.BrowserAsync(_max);

        await browser.PostFormAsync("/organizations", new { Member = _ada.MemberId });

        (await TextAsync(await browser.GetAsync("/account"))).Should().Contain("Admin of The other one");
    }

    [Fact]
    public async Task Join_UsedLink_IsNotGoodAnyMore()
    {
        var link = await InviteAsync();
        using var browser = _server.Browser();
        await browser.PostFormAsync(link, new { Name = "Max", Email = _max, Password = TestWorld.Password });
        using var late = _server.Browser();

        var answer = await late.GetAsync(link);

        answer.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await TextAsync(answer)).Should().Contain("isn't good any more");
    }

    [Fact]
    public async Task Join_SomethingWrong_SaysWhatAndLeavesTheInvitationOpen()
    {
        var link = await InviteAsync();
        using var browser = _server.Browser();

        var page = await TestBrowser.PageAsync(await browser.PostFormAsync(link, new { Name = "", Email = _max, Password = "short" }));

        page.QuerySelectorAll(".field-error").Should().HaveCount(2);
        (await TextAsync(await browser.GetAsync(link))).Should().Contain("Join Family");
    }

    private async Task<string> InviteAsync()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(_ada.OrganizationId, _ada.MemberId);
        var invitations = scope.ServiceProvider.GetRequiredService<InvitationsService>();
        return "/join/" + (await invitations.CreateAsync(Role.Viewer, note: null, CancellationToken.None)).Secret;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        (await TestBrowser.PageAsync(answer)).QuerySelector("main")!.TextContent;
}
