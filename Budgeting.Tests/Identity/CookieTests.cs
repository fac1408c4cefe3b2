using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Budgeting.Tests.Identity;

public sealed class CookieTests(ServerFixture http, CookieTests.HttpsServer https) : IClassFixture<ServerFixture>, IClassFixture<CookieTests.HttpsServer>
{
    private readonly string _email = TestActors.NewEmail();

    [Fact]
    public async Task Cookie_OnPlainHttp_IsForTheServerOnly()
    {
        var cookie = await SignInCookieAsync(http.Server, keep: false);

        cookie.Should().StartWith("budgeting=").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/;");
        cookie.Should().NotContain("secure").And.NotContain("domain").And.NotContain("expires");
    }

    [Fact]
    public async Task Cookie_Kept_LastsThirtyDays() => (await SignInCookieAsync(http.Server, keep: true)).Should().Contain("expires=");

    [Fact]
    public async Task Cookie_OnHttps_IsSecureAndBoundToTheHost()
    {
        var cookie = await SignInCookieAsync(https.Server, keep: false);

        cookie.Should().StartWith("__Host-budgeting=").And.Contain("secure").And.Contain("httponly").And.Contain("path=/;").And.NotContain("domain");
    }

    [Fact]
    public async Task SignIn_OnHttps_Works()
    {
        await https.Server.OrganizationAsync(_email);

        using var browser = await https.Server.BrowserAsync(_email);

        (await browser.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AntiforgeryCookie_IsForTheServerOnly()
    {
        await http.Server.OrganizationAsync(_email);
        using var browser = http.Server.Browser();

        var answer = await browser.GetAsync("/sign-in");

        answer.Headers.GetValues("Set-Cookie").Should().ContainSingle()
            .Which.Should().StartWith("budgeting-form=").And.Contain("httponly").And.Contain("samesite=strict");
    }

    private async Task<string> SignInCookieAsync(TestServer server, bool keep)
    {
        await server.OrganizationAsync(_email);
        using var browser = server.Browser();
        object form = keep ? new { Email = _email, Password = TestWorld.Password, Keep = true } : new { Email = _email, Password = TestWorld.Password };
        var answer = await browser.PostFormAsync("/sign-in", form);
        return answer.Headers.GetValues("Set-Cookie").Should().ContainSingle().Subject;
    }

    /// <summary>A server with a certificate of its own.</summary>
    public sealed class HttpsServer : IAsyncLifetime
    {
        private readonly X509Certificate2 _certificate = Certificate();

        public TestServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await TestServer.StartAsync(builder =>
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate))));

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            _certificate.Dispose();
        }

        private static X509Certificate2 Certificate()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var now = TimeProvider.System.GetUtcNow();
            return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        }
    }
}
