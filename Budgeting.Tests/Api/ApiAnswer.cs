using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Budgeting.Tests.Api;

/// <summary>An answer with its content read.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Etag => Headers.ETag!.ToString();

    /// <summary>The code of a problem; asserts that it is one.</summary>
    public string Code
    {
        get
        {
            ContentType.Should().Be("application/problem+json", Text);
            Json.GetProperty("status").GetInt32().Should().Be((int)Status);
            Json.GetProperty("traceId").GetString().Should().NotBeNullOrEmpty();
            return Json.GetProperty("code").GetString()!;
        }
    }

    public string this[string property] => Json.GetProperty(property).ToString();

    /// <summary>The names of the fields that a problem complains of.</summary>
    public IEnumerable<string> Fields => Json.GetProperty("errors").EnumerateObject().Select(e => e.Name);
}

/// <summary>Sends JSON and reads the answer.</summary>
public static class ApiRequests
{
    public static Task<ApiAnswer> GetAsync(this ApiUser user, string path, params (string Name, string Value)[] headers) =>
        user.Client.SendAsync(HttpMethod.Get, path, body: null, headers);

    public static Task<ApiAnswer> PostAsync(this ApiUser user, string path, string body, params (string Name, string Value)[] headers) =>
        user.Client.SendAsync(HttpMethod.Post, path, body, headers);

    public static Task<ApiAnswer> PutAsync(this ApiUser user, string path, string body, params (string Name, string Value)[] headers) =>
        user.Client.SendAsync(HttpMethod.Put, path, body, headers);

    public static Task<ApiAnswer> PatchAsync(this ApiUser user, string path, string body, params (string Name, string Value)[] headers) =>
        user.Client.SendAsync(HttpMethod.Patch, path, body, headers);

    public static Task<ApiAnswer> DeleteAsync(this ApiUser user, string path, params (string Name, string Value)[] headers) =>
        user.Client.SendAsync(HttpMethod.Delete, path, body: null, headers);

    public static Task<ApiAnswer> SendAsync(
        this HttpClient client, HttpMethod method, string path, string? body, params (string Name, string Value)[] headers) =>
        client.SendContentAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public static async Task<ApiAnswer> SendContentAsync(
        this HttpClient client, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return new ApiAnswer(
            response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Every page of a list, by its cursors.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> PagesAsync(this ApiUser user, string path)
    {
        var pages = new List<IReadOnlyList<JsonElement>>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await user.GetAsync($"{path}&cursor={cursor}")).Json;
            pages.Add(page.GetProperty("items").EnumerateArray().ToList());
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return pages;
    }
}
