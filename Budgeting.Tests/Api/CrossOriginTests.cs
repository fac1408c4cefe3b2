using System.Net;
using System.Text;
using System.Text.Json;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

public sealed class CrossOriginTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private readonly TestServer _server = fixture.Server;
    private TestBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        var ada = TestActors.NewEmail();
        await _server.OrganizationAsync(ada);
        _browser = await _server.BrowserAsync(ada);
    }

    public Task DisposeAsync()
    {
        _browser.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "this server")]
    public async Task Cookie_FromAPageOfThisServer_Writes(string header, string value)
    {
        var answer = await PostAsync((header, value == "this server" ? _server.Address.GetLeftPart(UriPartial.Authority) : value));

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("X-Nothing", "neither header")]
    public async Task Cookie_FromAnywhereElse_WritesNothing(string header, string value)
    {
        var answer = await PostAsync((header, value));

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().Should().Be("request.cross-origin");
        (await PeopleAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Cookie_FromAnotherSiteThatClaimsThisOrigin_WritesNothing()
    {
        var origin = _server.Address.GetLeftPart(UriPartial.Authority);

        (await PostAsync(("Origin", origin), ("Sec-Fetch-Site", "cross-site"))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Cookie_ThatIsNotGood_IsNotSentToTheSignInPage()
    {
        using var stranger = _server.Browser();

        var answer = await stranger.GetAsync("/api/v1/people");

        (answer.StatusCode, answer.Headers.Location).Should().Be((HttpStatusCode.Unauthorized, null));
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    private async Task<int> PeopleAsync()
    {
        var answer = await _browser.GetAsync("/api/v1/people");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").GetArrayLength();
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/people");
        request.Content = new StringContent("""{"name": "Grandma"}""", Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return _browser.SendAsync(request);
    }
}
