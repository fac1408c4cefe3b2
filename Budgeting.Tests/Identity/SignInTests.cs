using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Budgeting.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Identity;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private TestServer _server = null!;
    private TestBrowser _browser = null!;
    private MemberIdentity _ada = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _ada = await _server.OrganizationAsync(Ada);
        _browser = _server.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_RightPassword_LeadsHome()
    {
        var answer = await _browser.SignInAsync(" ADA@example.org ");

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
        var answer = await _browser.SignInAsync(Ada, path: $"/sign-in?returnUrl={Uri.EscapeDataString(Uri.UnescapeDataString(returnUrl))}");

        answer.Headers.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task SignIn_UnknownUserAndWrongPassword_GetTheSameAnswer()
    {
        var unknown = await TextAsync(await _browser.SignInAsync("nobody@example.org", "wrong"));
        var wrong = await TextAsync(await _browser.SignInAsync(Ada, "wrong"));

        wrong.Should().Be(unknown).And.Contain("wrong");
    }

    [Fact]
    public async Task SignIn_WrongPassword_KeepsTheEmailAndNotThePassword()
    {
        var page = await TestBrowser.PageAsync(await _browser.SignInAsync(Ada, "wrong"));

        page.QuerySelector("[name='Form.Email']")!.GetAttribute("value").Should().Be(Ada);
        page.QuerySelector("[name='Form.Password']")!.HasAttribute("value").Should().BeFalse();
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_RefusesTheRightOneThere()
    {
        await GuessAsync();

        (await _browser.SignInAsync(Ada)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task SignIn_WhileStrangersGuess_TakesTheRightPasswordFromABrowserThatItWasTakenFromBefore()
    {
        using var known = await _server.BrowserAsync(Ada);
        await known.PostFormAsync("/account", new { }, action: "/sign-out");
        await GuessAsync();

        (await known.SignInAsync(Ada)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_ABrowserKnownForAnother_IsAStranger()
    {
        await _server.MemberAsync(_ada, "max@example.org", Role.Member);
        using var known = await _server.BrowserAsync("max@example.org");
        await known.PostFormAsync("/account", new { }, action: "/sign-out");
        await GuessAsync();

        (await known.SignInAsync(Ada)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task SignIn_LockLeftByAnEarlierVersion_KeepsNobodyOut()
    {
        using var scope = _server.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        await users.SetLockoutEndDateAsync((await users.FindByEmailAsync(Ada))!, TimeProvider.System.GetUtcNow().AddDays(40));

        (await _browser.SignInAsync(Ada)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_WrongPassword_WritesNothing()
    {
        using var shell = _server.Shell();
        var before = shell.Dump();

        await GuessAsync();

        shell.Dump().Should().Be(before);
    }

    [Theory]
    [InlineData(Ada)]
    [InlineData("nobody@example.org")]
    public async Task SignIn_TooManyTriesForAnAccount_Answers429(string email)
    {
        for (var i = 0; i < AttemptLimiter.PerOrigin; i++)
        {
            (await _browser.SignInAsync(email, "wrong")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        var answer = await _browser.SignInAsync(email, "wrong");

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().BeCloseTo(AttemptLimiter.Window, TimeSpan.FromMinutes(1));
        (await TextAsync(answer)).Should().Contain("too many tries");
    }

    [Fact]
    public async Task SignIn_MembershipEnded_SaysSoOnlyToTheRightPassword()
    {
        var max = await _server.MemberAsync(_ada, "max@example.org", Role.Member);
        await _server.UpdateMemberAsync(max, new MemberInput { Name = "Max", Active = false });

        (await TextAsync(await _browser.SignInAsync("max@example.org", "wrong"))).Should().NotContain("member");
        (await TextAsync(await _browser.SignInAsync("max@example.org"))).Should().Contain("membership has ended");
    }

    [Fact]
    public async Task SignIn_SignedIn_LeadsOn()
    {
        await _browser.SignInAsync(Ada);

        (await _browser.GetAsync("/sign-in?returnUrl=/people")).Headers.Location!.OriginalString.Should().Be("/people");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task Post_WithoutAntiforgeryToken_IsRefused(string path)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Form.Email"] = Ada });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };

        var answer = await _browser.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await TextAsync(answer)).Should().Contain("Not done");
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        (await TestBrowser.PageAsync(answer)).QuerySelector("main")!.TextContent;

    private async Task GuessAsync()
    {
        for (var i = 0; i < AttemptLimiter.PerOrigin; i++)
        {
            (await _browser.SignInAsync(Ada, "wrong")).StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }
}
