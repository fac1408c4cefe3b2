using System.Text.Json;

namespace Budgeting.Tests.Api;

/// <summary>An operation of the OpenAPI document, with the body that the document gives as an example.</summary>
public sealed record ApiOperation(string Id, HttpMethod Method, string Path, string? Body, JsonElement Json)
{
    public bool IsUnsafe => Method != HttpMethod.Get;

    public bool IsOfARecord => Path.Contains('{', StringComparison.Ordinal);

    /// <summary>Whether it takes a body of that kind.</summary>
    public bool Takes(string contentType) =>
        Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty(contentType, out _);

    public IEnumerable<string> Statuses => Json.GetProperty("responses").EnumerateObject().Select(r => r.Name);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The OpenAPI document as a program reads it.</summary>
public sealed record ApiDocument(JsonElement Json)
{
    public static async Task<ApiDocument> ReadAsync(HttpClient client) => new((await client.SendAsync(HttpMethod.Get, "/openapi/v1.json", body: null)).Json);

    public IReadOnlyList<ApiOperation> Operations =>
        (from path in Json.GetProperty("paths").EnumerateObject()
         from operation in path.Value.EnumerateObject()
         select new ApiOperation(
             operation.Value.GetProperty("operationId").GetString()!,
             new HttpMethod(operation.Name.ToUpperInvariant()),
             path.Name,
             ExampleOf(operation.Value),
             operation.Value)).ToList();

    /// <summary>The fields that the document promises in an answer; <c>null</c>: it promises no content, or no JSON.</summary>
    public IReadOnlyList<string>? FieldsOf(ApiOperation operation, int status) =>
        operation.Json.GetProperty("responses").GetProperty($"{status}").TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json)
            ? Resolve(json.GetProperty("schema")).GetProperty("required").EnumerateArray().Select(f => f.GetString()!).ToList()
            : null;

    private string? ExampleOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
            ? Resolve(json.GetProperty("schema")).GetProperty("examples")[0].GetRawText()
            : null;

    private JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? Json.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
}
