
using Budgeting.Web.Api.Http;
using Budgeting.Web.LinkPreviews;

namespace Budgeting.Web.Api.Gifting;

/// <summary>A page to be read.</summary>
public sealed record LinkPreviewInput
{
    /// <summary>An absolute http or https address on the public internet.</summary>
    public required string Url { get; init; }
}

internal static class LinkPreviewsEndpoints
{
    public static void MapLinkPreviews(this IEndpointRouteBuilder api) =>
        api.MapPost("/link-previews", ReadAsync).WithTags("Gifts").WithName("readLink").WithSummary("What a product's page says about it; writes nothing");

    private static Task<LinkPreview> ReadAsync(Body<LinkPreviewInput> body, LinkPreviewService previews, CancellationToken cancellationToken) =>
        previews.ReadAsync(body.Value.Url, cancellationToken);
}
