using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Budgeting.Tests.Identity;

public sealed class CookieTests
{
    private const string Ada = "ada@example.org";

    [Fact]
    public async Task Cookie_OnPlainHttp_IsForTheServerOnly()
    {
        await using var server = await TestServer.StartAsync();

        var cookie = await SignInCookieAsync(server, keep: false);

        cookie.Should().StartWith("budgeting=").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/;");
        cookie.Should().NotContain("secure").And.NotContain("domain").And.NotContain("expires");
    }

    [Fact]
    public async Task Cookie_Kept_LastsThirtyDays()
    {
        await using var server = await TestServer.StartAsync();

        (await SignInCookieAsync(server, keep: true)).Should().Contain("expires=");
    }

    [Fact]
    public async Task Cookie_OnHttps_IsSecureAndBoundToTheHost()
    {
        using var certificate = Certificate();
        await using var server = await TestServer.StartAsync(builder => ListenOnHttps(builder, certificate));

        var cookie = await SignInCookieAsync(server, keep: false);

        cookie.Should().StartWith("__Host-budgeting=").And.Contain("secure").And.Contain("httponly").And.Contain("path=/;").And.NotContain("domain");
    }

    [Fact]
    public async Task SignIn_OnHttps_Works()
    {
        using var certificate = Certificate();
        await using var server = await TestServer.StartAsync(builder => ListenOnHttps(builder, certificate));
        await server.OrganizationAsync(Ada);

        using var browser = await server.BrowserAsync(Ada);

        (await browser.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AntiforgeryCookie_IsForTheServerOnly()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();

        var answer = await browser.GetAsync("/setup");

        answer.Headers.GetValues("Set-Cookie").Should().ContainSingle()
            .Which.Should().StartWith("budgeting-form=").And.Contain("httponly").And.Contain("samesite=strict");
    }

    private static async Task<string> SignInCookieAsync(TestServer server, bool keep)
    {
        await server.OrganizationAsync(Ada);
        using var browser = server.Browser();
        object form = keep ? new { Email = Ada, Password = TestWorld.Password, Keep = true } : new { Email = Ada, Password = TestWorld.Password };
        var answer = await browser.PostFormAsync("/sign-in", form);
        return answer.Headers.GetValues("Set-Cookie").Should().ContainSingle(c => !c.Contains("budgeting-browser=", StringComparison.Ordinal)).Subject;
    }

    private static void ListenOnHttps(WebApplicationBuilder builder, X509Certificate2 certificate) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
