using System.Net;
using System.Text;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;
using Budgeting.Web.Api.Http;

namespace Budgeting.Tests.Api;

public sealed class ErrorTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string People = "/api/v1/people";

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"Ada\"")]
    [InlineData("""{"name": "Ada",}""")]
    [InlineData("""{"name": "Ada"} {}""")]
    [InlineData("""{"name": "Ada", "name": "Eve"}""")]
    [InlineData("""{"name": "Ada", "Name": "Eve"}""")]
    [InlineData("""{"\ud800": 1}""")]
    public async Task Body_ThatIsNoJsonObject_IsMalformed(string body)
    {
        var ada = await api.AdminAsync();

        var post = await ada.PostAsync(People, body);
        var patch = await ada.PatchAsync("/api/v1/organization", body);

        (post.Status, post.Code).Should().Be((HttpStatusCode.BadRequest, "request.malformed"));
        (patch.Status, patch.Code).Should().Be((HttpStatusCode.BadRequest, "request.malformed"));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task Body_ThatIsNotUtf8_IsMalformed(byte[] broken)
    {
        var ada = await api.AdminAsync();
        using var body = new ByteArrayContent([.. "{\"name\": \"a"u8, .. broken, .. "b\"}"u8]) { Headers = { ContentType = new("application/json") } };

        var answer = await ada.Client.PostAsync(People, body);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("request.malformed");
    }

    [Fact]
    public async Task Body_NestedTooDeep_IsMalformed()
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(People, $$"""{"name": {{new string('[', 500)}}{{new string(']', 500)}}}""")).Code.Should().Be("request.malformed");
    }

    [Fact]
    public async Task Text_ThatIsNoUnicode_IsAFieldError()
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(People, """{"name": "\ud800"}""")).Fields.Should().Equal("name");
        (await ada.PatchAsync("/api/v1/organization", """{"name": "\ud800"}""")).Fields.Should().Equal("name");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Body_OfAnotherMediaType_IsRefused(string mediaType)
    {
        var ada = await api.AdminAsync();
        using var content = new StringContent("""{"name": "Ada"}""", Encoding.UTF8, mediaType);

        using var response = await ada.Client.PostAsync(People, content);

        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"request.media-type\"");
        (await ada.GetAsync(People)).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OfMoreThanAMebibyte_IsRefused(bool isChunked)
    {
        var ada = await api.AdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, People);
        request.Content = new StringContent($$"""{"notes": "{{new string('x', 1024 * 1024)}}"}""", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = isChunked;

        using var response = await ada.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"request.too-large\"");
    }

    [Theory]
    [InlineData("/api/v1/people/12")]
    [InlineData("/api/v1/people/0197d4d2-55a0-7000-8000-00000000000g")]
    [InlineData("/api/v1/gifts/nothing/history")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/people")]
    [InlineData("/api/v1")]
    [InlineData("/API/v1/nothing")]
    public async Task Address_WithNothingThere_IsNotFound(string path)
    {
        var ada = await api.AdminAsync();

        var answer = await ada.GetAsync(path);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.NotFound, "not-found"));
    }

    [Fact]
    public async Task Method_ThatIsNotTaken_IsRefused()
    {
        var ada = await api.AdminAsync();

        var answer = await ada.DeleteAsync(People);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.MethodNotAllowed, "request.method"));
        (await ada.PostAsync("/api/v1/nothing", "{}")).Code.Should().Be("not-found");
    }

    [Theory]
    [InlineData("a bad token", "Bearer nonsense", "Bearer error=\"invalid_token\"")]
    [InlineData("a password", "Basic QWRhOnNlY3JldA==", "Bearer error=\"invalid_token\"")]
    [InlineData("nothing", null, "Bearer")]
    public async Task Nobody_IsAskedForAToken(string what, string? authorization, string challenge)
    {
        using var client = api.Server.Client();
        var headers = authorization is null ? [] : new[] { ("Authorization", authorization) };

        var answer = await client.SendAsync(HttpMethod.Get, People, body: null, headers);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.Unauthorized, "unauthenticated"), what);
        answer.Headers.WwwAuthenticate.ToString().Should().Be(challenge);
        answer.Headers.Location.Should().BeNull();
    }

    [Fact]
    public async Task Failure_TellsNothingOfTheInside()
    {
        await using var server = await TestServer.StartAsync();
        var ada = await server.Services.OrganizationAsync();
        using var client = server.Client((await ada.Tokens.CreateAsync("tests", role: null, CancellationToken.None)).Secret);
        using (var shell = server.Shell())
        {
            shell.Execute("ALTER TABLE people RENAME TO lost");
        }

        var answer = await client.SendAsync(HttpMethod.Get, People, body: null);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.InternalServerError, "internal"));
        answer.Text.Should().NotContainAny("Sqlite", "SQL", "no such table", " at ", "Exception");
    }

    [Fact]
    public void EveryKindOfRefusal_HasAStatusOfItsOwn()
    {
        var kinds = typeof(DomainException).Assembly.GetTypes().Concat(typeof(Problem).Assembly.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(DomainException)))
            .ToList();

        kinds.Should().HaveCountGreaterThanOrEqualTo(6).And.OnlyContain(
            k => ErrorMapping.StatusOf((Exception)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(k)) != 500);
    }
}
