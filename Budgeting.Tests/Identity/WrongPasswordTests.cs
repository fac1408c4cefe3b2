using System.Net;
using Budgeting.Tests.Support;
using Budgeting.Web.Identity;

namespace Budgeting.Tests.Identity;

/// <summary>Whoever tries too often: on a server of each test's own, which counts the tries.</summary>
public sealed class WrongPasswordTests : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private TestServer _server = null!;
    private TestBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.OrganizationAsync(Ada);
        _browser = _server.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_RefusesTheRightOneToo()
    {
        for (var i = 0; i < 5; i++)
        {
            await _browser.SignInAsync(Ada, "wrong");
        }

        (await _browser.SignInAsync(Ada)).StatusCode.Should().Be(HttpStatusCode.OK, "the form is shown again");
    }

    [Theory]
    [InlineData(Ada)]
    [InlineData("nobody@example.org")]
    public async Task SignIn_TooManyTriesForAnAccount_Answers429(string email)
    {
        for (var i = 0; i < AttemptLimiter.PerAccount; i++)
        {
            (await _browser.SignInAsync(email, "wrong")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        var answer = await _browser.SignInAsync(email, "wrong");

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().BeCloseTo(AttemptLimiter.Window, TimeSpan.FromMinutes(1));
        (await TestBrowser.PageAsync(answer)).QuerySelector("main")!.TextContent.Should().Contain("too many tries");
    }
}
