using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Components;

/// <summary>
/// Files that a style sheet names. A sheet can't ask for the fingerprints of others, so it writes down the beginning of their
/// SHA-256 as <c>?v=</c>, and a browser keeps what it got under that address for a year.
/// </summary>
internal static class VersionedAssets
{
    private const string Parameter = "v";
    private const string Lasting = "max-age=31536000, immutable";

    /// <summary>Asked for early; the sheet that names it comes later.</summary>
    public const string MudBlazorSheet = "_content/MudBlazor/MudBlazor.min.css?v=ac107f55";

    /// <inheritdoc cref="MudBlazorSheet"/>
    public const string LatinFont = "fonts/inter-latin.woff2?v=3100e775";

    public static void KeepVersions(this IEndpointConventionBuilder assets) => assets.Add(endpoint =>
    {
        var send = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (context.Request.Query.ContainsKey(Parameter))
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[HeaderNames.CacheControl] = Lasting;
                    return Task.CompletedTask;
                });
            }

            return send(context);
        };
    });
}
