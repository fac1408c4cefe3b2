using System.Net;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Budgeting.Tests.Api;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Caller_WhoAsksTooOften_IsToldToWait_AndNobodyElseIs()
    {
        await using var server = await TestServer.StartAsync(Tightly);
        var ada = await server.Services.OrganizationAsync();
        using var greedy = server.Client((await ada.Tokens.CreateAsync("greedy", role: null, CancellationToken.None)).Secret);
        using var modest = server.Client((await ada.Tokens.CreateAsync("modest", role: null, CancellationToken.None)).Secret);

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => greedy.SendAsync(HttpMethod.Get, "/api/v1/organization", body: null)));

        var refused = answers.First(a => a.Status == HttpStatusCode.TooManyRequests);
        refused.Code.Should().Be("rate-limited");
        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        (await modest.SendAsync(HttpMethod.Get, "/api/v1/organization", body: null)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_WhoAsksTooOften_IsToldToWait()
    {
        await using var server = await TestServer.StartAsync(Tightly);
        using var client = server.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => client.SendAsync(HttpMethod.Get, "/api/v1/organization", body: null)));

        answers.Should().Contain(a => a.Status == HttpStatusCode.TooManyRequests).And.Contain(a => a.Status == HttpStatusCode.Unauthorized);
    }

    private static void Tightly(WebApplicationBuilder builder)
    {
        builder.Configuration["RateLimits:Api:Burst"] = "3";
        builder.Configuration["RateLimits:Api:PerSecond"] = "1";
    }
}
