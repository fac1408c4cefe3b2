using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Api;
using Budgeting.Tests.Support;
using FluentAssertions.Execution;

namespace Budgeting.Tests.Security;

/// <summary>Whoever makes up the name by which the server is asked finds it in no answer: every page and every operation, for strangers and members.</summary>
public sealed class ForgedHostTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    private const string Evil = "evilmachines";

    private ApiUser _ada = null!;
    private ApiSample _sample = null!;
    private string _cookie = null!;

    public async Task InitializeAsync()
    {
        _ada = await api.AdminAsync();
        _sample = await ApiSample.CreateAsync(_ada.Actor, (await api.MemberAsync(_ada, Role.Member)).Actor.MemberId);
        using var browser = await api.Server.BrowserAsync((await _ada.Actor.Organizations.MemberAsync(_ada.Actor.MemberId, default)).Email);
        _cookie = browser.Cookies.GetCookieHeader(api.Server.Address);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("Host", "evilmachines.example", true)]
    [InlineData("Host", "evilmachines", false)]
    [InlineData("Host", "evilmachines.local:81", false)]
    [InlineData("X-Forwarded-Host", "evilmachines.example", false)]
    [InlineData("Forwarded", "host=evilmachines.example", false)]
    public async Task MadeUpName_IsInNoAnswer(string header, string value, bool isRefused)
    {
        using var scope = new AssertionScope();
        foreach (var (what, request) in await RequestsAsync())
        {
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await SendAsync(request);

            var told = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";
            told.Should().NotContainEquivalentOf(Evil, what);
            (answer.StatusCode == HttpStatusCode.BadRequest).Should().Be(isRefused, what);
        }
    }

    [Fact]
    public async Task NameThatIsNotOurs_IsToldWhichSettingToUse()
    {
        foreach (var (path, expected) in new[] { ("/", "start it with --allowed-hosts NAME"), ("/api/v1/people", "\"code\":\"request.host\"") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Host", "budget.example.org" } } };
            using var answer = await SendAsync(request);

            (await answer.Content.ReadAsStringAsync()).Should().Contain(expected);
            answer.Headers.Should().ContainKey("Content-Security-Policy");
        }
    }

    [Fact]
    public async Task NameThatIsConfigured_IsAnswered()
    {
        await using var server = await TestServer.StartAsync(builder => builder.Configuration["AllowedHosts"] = "budget.example.org");
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Host", "budget.example.org" } } };
        using var answer = await client.SendAsync(request);

        (answer.StatusCode, answer.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.Redirect, "/setup"));
    }

    // Every page as a stranger and as a member; a form that leads elsewhere; every operation.
    private async Task<IReadOnlyList<(string What, HttpRequestMessage Request)>> RequestsAsync()
    {
        var pages = AppPages.Addresses([.. AppPages.ForEverybody, .. AppPages.ForMembers], before => _sample.Ids.GetValueOrDefault(before.Split('/')[^2], Guid.Empty)).ToList();
        var operations = (await ApiDocument.ReadAsync(_ada.Client)).Operations.Where(o => o.Method != HttpMethod.Delete);
        return
        [
            .. pages.Append("/openapi/v1.json").Append("/api").Select(path => (path, new HttpRequestMessage(HttpMethod.Get, path))),
            .. pages.Select(path => ($"{path} as a member", Request(HttpMethod.Get, path, content: null, "Cookie", _cookie))),
            ("sign in again", Request(HttpMethod.Get, "/sign-in?returnUrl=/people", content: null, "Cookie", _cookie)),
            .. operations.Select(o => (o.ToString(), Request(o.Method, _sample.AddressOf(o.Path), _sample.ContentOf(o), "Authorization", $"Bearer {_ada.Token.Secret}"))),
        ];
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content, string header, string value)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = api.Server.Client();
        return await client.SendAsync(request);
    }
}
