using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Identity;

public sealed class SignInTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private readonly TestServer _server = fixture.Server;
    private readonly TestBrowser _browser = fixture.Server.Browser();
    private readonly string _email = TestActors.NewEmail();
    private Identified _ada = null!;

    public async Task InitializeAsync() => _ada = await _server.OrganizationAsync(_email);

    public Task DisposeAsync()
    {
        _browser.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SignIn_RightPassword_LeadsHome()
    {
        var answer = await _browser.SignInAsync($" {_email.ToUpperInvariant()} ");

        answer.Headers.Location!.OriginalString.Should().Be("/");
        (await _browser.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/occasions?year=2026", "/occasions?year=2026")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/%09/evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("~/x", "/")]
    public async Task SignIn_ReturnUrl_NeverLeavesTheApp(string returnUrl, string expected)
    {
        var answer = await _browser.SignInAsync(_email, path: $"/sign-in?returnUrl={Uri.EscapeDataString(Uri.UnescapeDataString(returnUrl))}");

        answer.Headers.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task SignIn_UnknownUserAndWrongPassword_GetTheSameAnswer()
    {
        var unknown = await TextAsync(await _browser.SignInAsync("nobody@example.org", "wrong"));
        var wrong = await TextAsync(await _browser.SignInAsync(_email, "wrong"));

        wrong.Should().Be(unknown).And.Contain("wrong");
    }

    [Fact]
    public async Task SignIn_WrongPassword_KeepsTheEmailAndNotThePassword()
    {
        var page = await TestBrowser.PageAsync(await _browser.SignInAsync(_email, "wrong"));

        page.QuerySelector("[name='Form.Email']")!.GetAttribute("value").Should().Be(_email);
        page.QuerySelector("[name='Form.Password']")!.HasAttribute("value").Should().BeFalse();
    }

    [Fact]
    public async Task SignIn_LockoutOver_TakesTheRightPassword()
    {
        using var scope = _server.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var ada = await users.FindByEmailAsync(_email);
        await users.SetLockoutEndDateAsync(ada!, TimeProvider.System.GetUtcNow().AddMinutes(5));
        (await _browser.SignInAsync(_email)).StatusCode.Should().Be(HttpStatusCode.OK);

        await users.SetLockoutEndDateAsync(ada!, TimeProvider.System.GetUtcNow().AddSeconds(-1));

        (await _browser.SignInAsync(_email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_MembershipEnded_SaysSoOnlyToTheRightPassword()
    {
        var email = TestActors.NewEmail();
        var max = await _server.MemberAsync(_ada, email, Role.Member);
        await _server.UpdateMemberAsync(max, new MemberInput { Name = "Max", Active = false });

        (await TextAsync(await _browser.SignInAsync(email, "wrong"))).Should().NotContain("member");
        (await TextAsync(await _browser.SignInAsync(email))).Should().Contain("membership has ended");
    }

    [Fact]
    public async Task SignIn_SignedIn_LeadsOn()
    {
        await _browser.SignInAsync(_email);

        (await _browser.GetAsync("/sign-in?returnUrl=/people")).Headers.Location!.OriginalString.Should().Be("/people");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task Post_WithoutAntiforgeryToken_IsRefused(string path)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Form.Email"] = _email });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };

        var answer = await _browser.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await TextAsync(answer)).Should().Contain("Not done");
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        (await TestBrowser.PageAsync(answer)).QuerySelector("main")!.TextContent;
}
