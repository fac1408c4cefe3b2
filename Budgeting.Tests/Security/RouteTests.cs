using System.Net;
using System.Reflection;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Account;
using Budgeting.Web.Components.Gifting;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Security;

/// <summary>Who may open which page.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.OrganizationAsync("ada@example.org");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void PagesForEverybody_AreTheseOnly() =>
        AppPages.ForEverybody.Should().BeEquivalentTo(
            [typeof(Setup), typeof(SignIn), typeof(Join), typeof(GuestGifts), typeof(Error), typeof(NotFound), typeof(NotAllowed)]);

    [Theory]
    [InlineData("/occasions?archived=zz")]
    [InlineData("/occasions?archived=")]
    [InlineData("/account?changed=perhaps")]
    public async Task Page_GarbageInItsAddress_IsShownWithoutIt(string path)
    {
        using var ada = await _server.BrowserAsync("ada@example.org");

        (await ada.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EveryOtherPage_Anonymous_LeadsToSignInAndBack()
    {
        using var nobody = _server.Browser();
        foreach (var path in AppPages.Addresses(AppPages.ForMembers, _ => Guid.Empty))
        {
            var answer = await nobody.GetAsync(path);

            answer.StatusCode.Should().Be(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.OriginalString.Should().Be("/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        }
    }

    [Fact]
    public async Task UnknownAddress_SignedIn_SaysNotHere()
    {
        using var browser = await _server.BrowserAsync("ada@example.org");

        var answer = await browser.GetAsync("/nowhere/at/all");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TestBrowser.PageAsync(answer)).QuerySelector("h1")!.TextContent.Should().Be("Not here");
    }

    [Fact]
    public async Task EveryPageOfARecord_ThatIsNotThere_SaysSoInItsStatusToo()
    {
        using var ada = await _server.BrowserAsync("ada@example.org");
        var pages = AppPages.ForMembers.Where(p => p.GetCustomAttributes<RouteAttribute>().Any(r => r.Template.Contains('{', StringComparison.Ordinal))).ToList();
        foreach (var path in AppPages.Addresses(pages, _ => Guid.NewGuid()).Where(p => p.Length > 36))
        {
            var answer = await ada.GetAsync(path);

            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, path);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("Not here", path);
        }

        pages.Should().HaveCountGreaterThan(4);
    }

    [Fact]
    public async Task StaticFiles_NeedNoSignIn()
    {
        using var nobody = _server.Browser();

        (await nobody.GetAsync("/app.css")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
