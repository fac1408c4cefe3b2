using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Budgeting.Tests.Support;
using Budgeting.Web;
using Budgeting.Web.Components.Account;
using Budgeting.Web.Components.Guests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Security;

/// <summary>Every page there is, found by itself: one that is added is tried here without being named.</summary>
public sealed partial class RouteTests : IAsyncLifetime
{
    private static readonly Type[] Pages = typeof(WebApp).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any()).ToArray();

    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.OrganizationAsync("ada@example.org");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void PagesForEverybody_AreTheseOnly() =>
        Pages.Where(t => t.GetCustomAttribute<AllowAnonymousAttribute>() is not null).Should().BeEquivalentTo(
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
        foreach (var path in PathsOf(t => t.GetCustomAttribute<AllowAnonymousAttribute>() is null))
        {
            var answer = await nobody.GetAsync(path);

            answer.StatusCode.Should().Be(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.PathAndQuery.Should().Be("/sign-in?returnUrl=" + Uri.EscapeDataString(path));
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
    public async Task StaticFiles_NeedNoSignIn()
    {
        using var nobody = _server.Browser();

        (await nobody.GetAsync("/app.css")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static IEnumerable<string> PathsOf(Func<Type, bool> page) =>
        Pages.Where(page).SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => Parameter().Replace(r.Template, Guid.Empty.ToString()));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
