using System.Net;
using Budgeting.Core.Organizations;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Api;

/// <summary>What holds for each operation, taken from the OpenAPI document: a new one is tried without a line here.</summary>
public sealed class EveryOperationTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    // A viewer may ask what a gift would do; wishes of others aren't there.
    private static readonly Dictionary<string, HttpStatusCode> OpenToViewers = new(StringComparer.Ordinal)
    {
        ["checkGift"] = HttpStatusCode.OK,
        ["updateWish"] = HttpStatusCode.NotFound,
    };

    private ApiUser _ada = null!;
    private ApiUser _viewer = null!;
    private ApiSample _sample = null!;
    private ApiDocument _document = null!;

    public async Task InitializeAsync()
    {
        (_ada, _sample) = await SampleAsync();
        _viewer = await api.MemberAsync(_ada, Role.Viewer);
        _document = await ApiDocument.ReadAsync(_ada.Client);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Document_HasEveryOperationThatIsServed()
    {
        var served = api.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {TemplateOf(e)}"));

        _document.Operations.Select(o => o.ToString()).Should().BeEquivalentTo(served).And.HaveCountGreaterThan(100);
        _document.Operations.SelectMany(o => o.Statuses).Should().NotContain("422");
        _document.Operations.Should().OnlyContain(o => o.Json.GetProperty("summary").GetString() != "" && o.Json.GetProperty("tags").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Nobody_IsRefusedEverywhere()
    {
        using var nobody = api.Server.Client();

        await TryAsync(nobody, _document.Operations, _ => HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task RevokedToken_IsRefusedEverywhere()
    {
        await _viewer.Actor.Tokens.RevokeAsync(_viewer.Token.Token.Id, CancellationToken.None);

        await TryAsync(_viewer.Client, _document.Operations, _ => HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task RecordOfAnotherOrganization_IsNotThere()
    {
        var eve = await api.AdminAsync();

        await TryAsync(eve.Client, _document.Operations.Where(o => o.IsOfARecord), _ => HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Viewer_WritesNothingAnywhere()
    {
        await TryAsync(
            _viewer.Client,
            _document.Operations.Where(o => o.IsUnsafe),
            o => OpenToViewers.TryGetValue(o.Id, out var status) ? status : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Admin_GetsWhatTheDocumentPromises()
    {
        using var scope = new AssertionScope();
        foreach (var operation in _document.Operations)
        {
            // What is only read, added to or edited is there for the next one.
            var takes = operation.IsUnsafe && !operation.Statuses.Contains("201") && operation.Method != HttpMethod.Put && operation.Method != HttpMethod.Patch;
            var (ada, sample) = takes ? await SampleAsync(operation.Path) : (_ada, _sample);
            var answer = await ada.Client.SendContentAsync(operation.Method, sample.AddressOf(operation.Path), sample.ContentOf(operation));

            ((int)answer.Status).Should().BeInRange(200, 299, $"{operation} answered {answer.Text}");
            var promised = _document.FieldsOf(operation, (int)answer.Status);
            (answer.ContentType != "application/json" ? null : answer.Json.EnumerateObject().Select(f => f.Name)).Should().BeEquivalentTo(promised, operation.ToString());
        }
    }

    private async Task<(ApiUser Admin, ApiSample Sample)> SampleAsync(string? path = null)
    {
        var admin = await api.AdminAsync();
        var other = (await api.MemberAsync(admin, Role.Member)).Actor.MemberId;
        return (admin, path is null ? await ApiSample.CreateAsync(admin.Actor, other) : await ApiSample.CreateAsync(admin.Actor, other, path));
    }

    private async Task TryAsync(HttpClient client, IEnumerable<ApiOperation> operations, Func<ApiOperation, HttpStatusCode> expected)
    {
        using var scope = new AssertionScope();
        foreach (var operation in operations)
        {
            var answer = await client.SendContentAsync(operation.Method, _sample.AddressOf(operation.Path), _sample.ContentOf(operation));

            answer.Status.Should().Be(expected(operation), operation.ToString());
            operation.Statuses.Should().Contain($"{(int)answer.Status}", $"{operation} must say so");
            answer.ContentType.Should().Be((int)answer.Status < 300 ? "application/json" : "application/problem+json", operation.ToString());
        }
    }

    private static string TemplateOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/');
}
