using System.Net;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Account;
using Budgeting.Web.Components.Gifting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Security;

/// <summary>Who may open which page.</summary>
public sealed class RouteTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    [Fact]
    public void PagesForEverybody_AreTheseOnly() =>
        AppPages.ForEverybody.Should().BeEquivalentTo(
            [typeof(Setup), typeof(SignIn), typeof(Join), typeof(GuestGifts), typeof(Error), typeof(NotFound), typeof(NotAllowed)]);

    [Theory]
    [InlineData("/occasions?archived=zz")]
    [InlineData("/occasions?archived=")]
    [InlineData("/account?changed=perhaps")]
    public async Task Page_GarbageInItsAddress_IsShownWithoutIt(string path) =>
        (await signedIn.Browser.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task EveryOtherPage_Anonymous_LeadsToSignInAndBack()
    {
        using var nobody = signedIn.Server.Browser();
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
        var answer = await signedIn.Browser.GetAsync("/nowhere/at/all");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TestBrowser.PageAsync(answer)).QuerySelector("h1")!.TextContent.Should().Be("Not here");
    }

    [Fact]
    public void Endpoints_AreMadeOnce()
    {
        var all = (CompositeEndpointDataSource)signedIn.Server.Services.GetRequiredService<EndpointDataSource>();

        all.DataSources.SelectMany(s => s.Endpoints).Where(IsOfTheApi).Should().NotBeEmpty().And.Equal(all.Endpoints.Where(IsOfTheApi));

        static bool IsOfTheApi(Endpoint endpoint) => ((RouteEndpoint)endpoint).RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaticFiles_NeedNoSignIn()
    {
        using var nobody = signedIn.Server.Browser();

        (await nobody.GetAsync("/app.css")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
