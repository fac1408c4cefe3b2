using Budgeting.Tests.Support;

namespace Budgeting.Tests.Security;

public sealed class HeaderTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/account")]
    [InlineData("/app.css")]
    [InlineData("/offline.html")]
    [InlineData("/service-worker.js")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/nowhere")]
    [InlineData("/error")]
    [InlineData("/api")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/_blazor/negotiate")]
    public async Task EveryAnswer_HasTheSecurityHeaders(string path)
    {
        var headers = (await signedIn.Browser.GetAsync(path)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Should().ContainSingle().Subject;
        policy.Should().StartWith("default-src 'none'; script-src 'self'; style-src 'self';").And.Contain("frame-ancestors 'none'");
        policy.Should().NotContain("unsafe-eval").And.NotContain("script-src 'self' 'unsafe-inline'");
        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
        headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
        headers.Should().ContainKey("Permissions-Policy").And.NotContainKey("Server").And.NotContainKey("X-Frame-Options");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/account")]
    [InlineData("/offline.html")]
    public async Task Pages_HaveNothingInlineThatThePolicyWouldBlock(string path)
    {
        var page = await TestBrowser.PageAsync(await signedIn.Browser.GetAsync(path));

        page.QuerySelectorAll("script:not([src]):not([type='application/json']), style").Should().BeEmpty();
        page.All.SelectMany(e => e.Attributes).Should().NotContain(a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ServiceWorkerAndItsPage_AreAskedForAnew()
    {
        foreach (var path in new[] { "/service-worker.js", "/offline.html", "/offline.css" })
        {
            (await signedIn.Browser.GetAsync(path)).Headers.CacheControl!.NoCache.Should().BeTrue(path);
        }
    }

    [Fact]
    public async Task Pages_AreNotKeptByCaches() =>
        (await signedIn.Browser.GetAsync("/account")).Headers.CacheControl!.NoStore.Should().BeTrue();
}
