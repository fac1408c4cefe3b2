using System.Text.Json.Serialization;

namespace Budgeting.Web.Api.Http;

/// <summary>What every refused request is answered with (RFC 9457).</summary>
/// <param name="Type">Always <c>about:blank</c>: <paramref name="Code"/> says which kind of problem it is.</param>
/// <param name="Title">The phrase of the HTTP status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Code">Stable, for programs, such as <c>occasion.not-empty</c>.</param>
/// <param name="TraceId">Names the request in the server's log and in the audit trail.</param>
/// <param name="Errors">What is wrong with each field, by its name in JSON.</param>
/// <param name="Remaining">Where a sum would be too large, how much of its limit is left.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Remaining = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>What isn't there where there is nothing to say.</summary>
    public static IReadOnlySet<string> Optional { get; } = new HashSet<string>(["errors", "remaining"], StringComparer.Ordinal);
}
