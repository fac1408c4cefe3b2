using System.Net;
using Budgeting.Core.Storage.Sqlite;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Storage;

/// <summary>Where the disk takes nothing, each refused write is one line of the log: no stack, which would fill it further.</summary>
[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class RefusedWritesTests : IAsyncLifetime
{
    private readonly WritesRefused _refused = new();
    private readonly ServerLog _log = new();
    private TestServer _server = null!;
    private TestBrowser _browser = null!;
    private HttpClient _program = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(builder =>
        {
            builder.Logging.AddProvider(_log);
            builder.Services.ConfigureDbContext<SqliteBudgetingDbContext>(o => o.AddInterceptors(_refused));
        });
        var ada = await _server.Services.OrganizationAsync();
        _program = _server.Client((await ada.Tokens.CreateAsync("Program", role: null, default)).Secret);
        _browser = await _server.BrowserAsync((await ada.Organizations.MemberAsync(ada.MemberId, default)).Email);
        _refused.IsOn = true;
        _log.Clear();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        _program.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Rest_AnswersWithAProblemAndOneLine()
    {
        using var answer = await _program.PostAsync(new Uri("/api/v1/people", UriKind.Relative), new StringContent("""{"name": "Eve"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        _log.Entries.Should().ContainSingle().Which.Should().StartWith("POST /api/v1/people failed: ").And.NotContain("\n");
    }

    [Fact]
    public async Task Page_AnswersWithAPageAndOneLine()
    {
        using var answer = await _browser.PostFormAsync("/account", new { }, action: "/sign-out");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await TestBrowser.PageAsync(answer)).QuerySelector("h1")!.TextContent.Should().Be("Something went wrong");
        _log.Entries.Should().ContainSingle().Which.Should().StartWith("POST /sign-out failed: ").And.NotContain("\n");
    }
}
