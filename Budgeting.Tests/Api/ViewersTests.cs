using System.Net;
using System.Text.Json.Nodes;
using Budgeting.Core.Organizations;
using FluentAssertions.Execution;

namespace Budgeting.Tests.Api;

/// <summary>Whoever may only read writes nothing by REST: by any operation, to their own records or to others', by token or cookie.</summary>
public sealed class ViewersTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    // They ask, and write nothing.
    private static readonly string[] Questions = ["checkGift"];

    private ApiUser _ada = null!;
    private ApiUser _viewer = null!;
    private ApiSample _sample = null!;

    public async Task InitializeAsync()
    {
        _ada = await api.AdminAsync();
        _viewer = await api.MemberAsync(_ada, Role.Viewer);
        var other = await api.MemberAsync(_ada, Role.Member);
        _sample = await ApiSample.CreateAsync(_ada.Actor, other.Actor.MemberId);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TokenOfAViewer_WritesNothing()
    {
        await TryAsync(_viewer.Client, _sample);
        await TryAsync(_viewer.Client, OwnOf(_viewer.Actor.MemberId, _viewer.Token.Token.Id));
    }

    [Fact]
    public async Task TokenOfAnAdminThatIsToRead_WritesNothing()
    {
        var token = await _ada.Actor.Tokens.CreateAsync("Reader", Role.Viewer, default);
        using var client = api.Server.Client(token.Secret);

        await TryAsync(client, _sample);
        await TryAsync(client, OwnOf(_ada.Actor.MemberId, token.Token.Id));
    }

    [Fact]
    public async Task CookieOfAViewer_WritesNothing()
    {
        var viewer = await _ada.Actor.Organizations.MemberAsync(_viewer.Actor.MemberId, default);
        using var browser = await api.Server.BrowserAsync(viewer.Email);
        using var client = api.Server.Client();
        client.DefaultRequestHeaders.Add("Cookie", browser.Cookies.GetCookieHeader(api.Server.Address));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        await TryAsync(client, _sample);
        await TryAsync(client, OwnOf(viewer.Id, _viewer.Token.Token.Id));
    }

    private ApiSample OwnOf(Guid member, Guid token) =>
        new(new Dictionary<string, Guid>(_sample.Ids, StringComparer.Ordinal) { ["members"] = member, ["tokens"] = token });

    private async Task TryAsync(HttpClient client, ApiSample sample)
    {
        var operations = (await ApiDocument.ReadAsync(client)).Operations.Where(o => o.IsUnsafe).SelectMany(Patches).ToList();
        var before = Stored();

        using var scope = new AssertionScope();
        foreach (var operation in operations)
        {
            var answer = await client.SendContentAsync(
                operation.Method, sample.AddressOf(operation.Path), sample.ContentOf(operation), ("Idempotency-Key", $"{Guid.NewGuid()}"));

            HttpStatusCode[] refusals = operation.Id == "updateWish" ? [HttpStatusCode.Forbidden, HttpStatusCode.NotFound] : [HttpStatusCode.Forbidden];
            answer.Status.Should().BeOneOf(Questions.Contains(operation.Id) ? [HttpStatusCode.OK] : refusals, $"{operation} {operation.Body}");
        }

        operations.Should().HaveCountGreaterThan(100);
        Stored().Should().Be(before);
    }

    // A patch of one field may need less than that of all.
    private static IEnumerable<ApiOperation> Patches(ApiOperation operation) => operation.Method == HttpMethod.Patch
        ? JsonNode.Parse(operation.Body!)!.AsObject().Select(f => operation with { Body = new JsonObject { [f.Key] = f.Value?.DeepClone() }.ToJsonString() }).Prepend(operation)
        : [operation];

    // When a token was last used is noted by the server, not written by who asks.
    private string Stored()
    {
        using var shell = api.Server.Shell();
        return string.Join('\n', shell.Dump().Split('\n').Where(row => !row.StartsWith("token_uses:", StringComparison.Ordinal)));
    }
}
