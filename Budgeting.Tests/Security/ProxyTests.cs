using Budgeting.Tests.Support;

namespace Budgeting.Tests.Security;

public sealed class ProxyTests
{
    [Fact]
    public async Task ForwardedHeaders_FromAnybody_AreIgnored()
    {
        await using var server = await TestServer.StartAsync();

        (await HeadersThroughAsync(server)).Should().NotContainKey("Strict-Transport-Security");
    }

    [Fact]
    public async Task ForwardedHeaders_FromAKnownProxy_MakeTheConnectionHttps()
    {
        await using var server = await TestServer.StartAsync(builder => builder.Configuration["KnownProxies:0"] = "127.0.0.1");

        (await HeadersThroughAsync(server)).Should().ContainKey("Strict-Transport-Security").WhoseValue.Should().Equal("max-age=31536000");
    }

    private static async Task<Dictionary<string, IEnumerable<string>>> HeadersThroughAsync(TestServer server)
    {
        using var browser = server.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/setup")
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "Host", "budgeting.home.arpa" } },
        };
        return (await browser.SendAsync(request)).Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
    }
}
