using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.Gifting;

internal static class GiftPicturesEndpoints
{
    public static void MapGiftPictures(this IEndpointRouteBuilder api)
    {
        var picture = api.MapGroup("/gifts/{id:guid}/picture").WithTags("Gifts");
        picture.MapGet("", GetAsync).WithName("getGiftPicture").WithSummary("A gift's picture")
            .Produces<Stream>(StatusCodes.Status200OK, PictureBody.Types[0], PictureBody.Types[1..])
            .Produces(StatusCodes.Status304NotModified)
            .WithMetadata(new TakesHeader(HeaderNames.IfNoneMatch));
        picture.MapPut("", SetAsync).WithName("setGiftPicture").WithSummary("Give a gift a picture: JPEG, PNG, WebP, GIF or AVIF, at most 1 MiB");
        picture.MapDelete("", RemoveAsync).WithName("removeGiftPicture").WithSummary("Take a gift's picture away");
    }

    private static async Task<FileContentHttpResult> GetAsync(Guid id, GiftPicturesService pictures, CancellationToken cancellationToken)
    {
        var picture = await pictures.GetAsync(id, cancellationToken);
        return TypedResults.Bytes(picture.Bytes, picture.ContentType, entityTag: new EntityTagHeaderValue($"\"{picture.Hash}\""));
    }

    private static Task<RecordResult<GiftDto>> SetAsync(
        Guid id, IfMatch match, PictureBody body, GiftPicturesService pictures, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(pictures.SetAsync(id, body.Picture, match.Version, cancellationToken));

    private static Task<NoContent> RemoveAsync(Guid id, IfMatch match, GiftPicturesService pictures, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(pictures.SetAsync(id, PictureInput.None, match.Version, cancellationToken));
}
