using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Identity;

public sealed class SessionTests(SessionTests.Fixture fixture) : IClassFixture<SessionTests.Fixture>, IAsyncLifetime
{
    private const string NewPassword = "another sentence for tests";

    private readonly TestServer _server = fixture.Server;
    private readonly string _email = TestActors.NewEmail();
    private MemberIdentity _ada = null!;
    private TestBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _ada = await _server.OrganizationAsync(_email);
        _browser = await _server.BrowserAsync(_email);
    }

    public Task DisposeAsync()
    {
        _browser.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SignOut_LeadsToSignIn()
    {
        var answer = await SignOutAsync();

        answer.Headers.Location.Should().Be("/sign-in");
        await MustBeSignedOutAsync(_browser);
    }

    [Fact]
    public async Task SignedOutCookie_ReplayedByWhoeverKeptACopy_IsRefused()
    {
        using var thief = Copy(_browser);
        await MustBeSignedInAsync(thief);

        await SignOutAsync();

        await MustBeSignedOutAsync(thief);
    }

    [Fact]
    public async Task SignOut_LeavesTheUsersOtherBrowsersSignedIn()
    {
        using var other = await _server.BrowserAsync(_email);

        await SignOutAsync();

        await MustBeSignedInAsync(other);
    }

    [Fact]
    public async Task PasswordChange_EndsEveryOtherSessionAndKeepsThisOne()
    {
        using var other = await _server.BrowserAsync(_email);

        var answer = await ChangePasswordAsync(TestWorld.Password, NewPassword);

        answer.Headers.Location!.OriginalString.Should().Be("/account?changed=true");
        await MustBeSignedInAsync(_browser);
        await MustBeSignedOutAsync(other);
        (await other.SignInAsync(_email)).StatusCode.Should().Be(HttpStatusCode.OK, "the old password is refused");
        (await other.SignInAsync(_email, NewPassword)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("not the password", NewPassword, "This isn't your current password")]
    [InlineData(TestWorld.Password, "too short", "at least 15 characters")]
    [InlineData(TestWorld.Password, "ada ada ada ada ada", "among the first")]
    public async Task PasswordChange_SomethingWrong_SaysSoAndChangesNothing(string current, string changed, string expected)
    {
        using var other = await _server.BrowserAsync(_email);

        var page = await TestBrowser.PageAsync(await ChangePasswordAsync(current, changed));

        page.QuerySelector(".field-error")!.TextContent.Should().Contain(expected);
        await MustBeSignedInAsync(other);
    }

    [Fact]
    public async Task PasswordChange_TooManyTries_Answers429()
    {
        for (var i = 0; i < 10; i++)
        {
            await ChangePasswordAsync("wrong", NewPassword);
        }

        (await ChangePasswordAsync("wrong", NewPassword)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Session_MembershipEnded_IsRefused()
    {
        var email = TestActors.NewEmail();
        var max = await _server.MemberAsync(_ada, email, Role.Member);
        using var browser = await _server.BrowserAsync(email);

        await _server.UpdateMemberAsync(max, new MemberInput { Name = "Max", Active = false });

        await MustBeSignedOutAsync(browser);
    }

    [Fact]
    public async Task Session_UsedEachWeek_EndsAfterNinetyDaysAllTheSame()
    {
        using var browser = _server.Browser();
        await browser.PostFormAsync("/sign-in", new { Email = _email, Password = TestWorld.Password, Keep = true });
        for (var week = 1; week <= 12; week++)
        {
            fixture.Clock.Advance(TimeSpan.FromDays(7));
            await MustBeSignedInAsync(browser);
        }

        fixture.Clock.Advance(TimeSpan.FromDays(7));

        await MustBeSignedOutAsync(browser);
    }

    [Fact]
    public async Task Session_NotKept_EndsTwelveHoursAfterItsLastUse()
    {
        fixture.Clock.Advance(TimeSpan.FromHours(13));

        await MustBeSignedOutAsync(_browser);
    }

    private Task<HttpResponseMessage> SignOutAsync() => _browser.PostFormAsync("/account", new { }, action: "/sign-out");

    private Task<HttpResponseMessage> ChangePasswordAsync(string current, string changed) =>
        _browser.PostFormAsync("/account", new { CurrentPassword = current, NewPassword = changed }, action: "/account");

    private TestBrowser Copy(TestBrowser browser)
    {
        var copy = _server.Browser();
        copy.Cookies.Add(browser.Cookies.GetAllCookies());
        return copy;
    }

    private static async Task MustBeSignedInAsync(TestBrowser browser) =>
        (await browser.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);

    private async Task MustBeSignedOutAsync(TestBrowser browser) =>
        (await browser.GetAsync("/account")).Headers.Location!.OriginalString.Should().Be("/sign-in?returnUrl=%2Faccount");

    /// <summary>One server, whose clock goes on from test to test.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public TestClock Clock { get; } = new();

        public TestServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await TestServer.StartAsync(b => b.Services.AddSingleton<TimeProvider>(Clock));

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
