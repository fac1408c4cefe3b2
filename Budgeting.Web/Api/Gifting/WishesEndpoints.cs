using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Gifting;

internal static class WishesEndpoints
{
    private const string Wishes = ApiPath.Root + "/wishes";

    public static void MapWishes(this IEndpointRouteBuilder api)
    {
        var occasion = api.MapGroup("/occasions/{id:guid}/wishes").WithTags("Wishes");
        occasion.MapGet("", ListAsync).WithName("listWishes").WithSummary("One's own wishes for an occasion");
        occasion.MapPost("", AddAsync).WithName("addWish").WithSummary("Wish for something oneself");
        var wish = api.MapGroup("/wishes/{id:guid}").WithTags("Wishes");
        wish.MapGet("", GetAsync).WithName("getWish").WithSummary("One of one's own wishes");
        wish.MapPatch("", UpdateAsync).WithName("updateWish").WithSummary("Change some fields of a wish");
        wish.MapDelete("", DeleteAsync).WithName("deleteWish").WithSummary("Take a wish back");
    }

    private static async Task<Page<WishDto>> ListAsync(Guid id, WishesService wishes, CancellationToken cancellationToken) =>
        new(await wishes.ListAsync(id, cancellationToken), NextCursor: null);

    private static Task<CreatedResult<WishDto>> AddAsync(
        Guid id, IdempotentBody<WishInput> body, WishesService wishes, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(wishes.AddAsync(id, body.Value, cancellationToken), Wishes);

    private static Task<RecordResult<WishDto>> GetAsync(Guid id, WishesService wishes, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(wishes.GetAsync(id, cancellationToken));

    private static Task<RecordResult<WishDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<WishInput> patch, WishesService wishes, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => wishes.GetAsync(id, cancellationToken),
            (input, version) => wishes.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, WishesService wishes, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(wishes.DeleteAsync(id, match.Version, cancellationToken));
}
