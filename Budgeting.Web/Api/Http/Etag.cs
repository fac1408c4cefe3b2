using System.Globalization;
using System.Reflection;
using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.Http;

/// <summary>A record's version as its ETag, such as <c>"3"</c>.</summary>
internal static class Etag
{
    public static string Of(IVersioned record) => string.Create(CultureInfo.InvariantCulture, $"\"{record.Version}\"");

    /// <summary>Whether the client has the record in this version already.</summary>
    public static bool IsKnown(HttpRequest request, IVersioned record) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) &&
        known.Any(tag => tag.Tag == "*" || tag.Tag == Of(record));
}

/// <summary>The <c>If-Match</c> of a write: the version that it was made on, or <c>null</c> for any.</summary>
internal sealed record IfMatch(long? Version) : IBindableFromHttpContext<IfMatch>, IEndpointParameterMetadataProvider
{
    // Records count from 1: no record has it.
    private const long NoVersion = 0;

    /// <exception cref="RequestException">It isn't one ETag.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0)
        {
            return ValueTask.FromResult<IfMatch?>(new IfMatch(Version: null));
        }

        return EntityTagHeaderValue.TryParseStrictList(header, out var tags) && tags is [var tag]
            ? ValueTask.FromResult<IfMatch?>(new IfMatch(VersionOf(tag)))
            : throw RequestException.Malformed("Send one ETag in If-Match as it was answered, in double quotes, or * for any.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new TakesHeader(HeaderNames.IfMatch));

    private static long? VersionOf(EntityTagHeaderValue tag)
    {
        if (tag.Tag == "*")
        {
            return null;
        }

        var isOurs = long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return isOurs && !tag.IsWeak ? version : NoVersion;
    }
}
