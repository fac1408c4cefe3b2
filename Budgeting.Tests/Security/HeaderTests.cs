using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Security;

public sealed partial class HeaderTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
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

    [Theory]
    [InlineData("/mud.css")]
    [InlineData("/tokens.css")]
    public async Task FilesNamedBySheets_AreKeptForGoodUnderTheHashOfWhatTheyAre(string sheet)
    {
        var named = NamedFile().Matches(await TextAsync(sheet));
        named.Should().NotBeEmpty();
        foreach (var file in named.Cast<Match>())
        {
            var answer = await signedIn.Browser.GetAsync("/" + file.Groups["address"].Value);

            answer.Headers.CacheControl!.ToString().Should().Be("max-age=31536000, immutable");
            Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())).Should().StartWith(file.Groups["hash"].Value, file.Value);
        }
    }

    [Fact]
    public async Task Pages_PreloadWhatTheSheetsName()
    {
        var page = await TestBrowser.PageAsync(await signedIn.Browser.GetAsync("/"));
        var named = await TextAsync("/mud.css") + await TextAsync("/tokens.css");

        page.QuerySelectorAll("link[rel=preload]").Select(l => l.GetAttribute("href")!).Should().HaveCount(2).And.AllSatisfy(a => named.Should().Contain($"\"{a}\""));
    }

    [Fact]
    public async Task Pages_AreNotKeptByCaches() =>
        (await signedIn.Browser.GetAsync("/account")).Headers.CacheControl!.NoStore.Should().BeTrue();

    private async Task<string> TextAsync(string path) => await (await signedIn.Browser.GetAsync(path)).Content.ReadAsStringAsync();

    [GeneratedRegex("""url\("(?<address>[^"?]+\?v=(?<hash>[0-9a-f]{8}))"\)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedFile();
}
