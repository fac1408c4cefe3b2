using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Gifting;

/// <summary>Where a gift is put on the board.</summary>
public sealed record MoveInput
{
    /// <summary>The column.</summary>
    public required GiftStatus Status { get; init; }

    /// <summary>The gift of that column to be put behind; <c>null</c>: first in the column.</summary>
    public Guid? AfterId { get; init; }
}

/// <summary>Where a gift is moved.</summary>
public sealed record TransferInput
{
    public required Guid OccasionId { get; init; }
}

/// <summary>What a gift is restored to.</summary>
public sealed record RestoreInput
{
    /// <summary>A version of its history.</summary>
    public required long Version { get; init; }
}

internal static class GiftsEndpoints
{
    private const string Gifts = ApiPath.Root + "/gifts";

    public static void MapGifts(this IEndpointRouteBuilder api)
    {
        var occasion = api.MapGroup("/occasions/{id:guid}").WithTags("Gifts");
        occasion.MapGet("/gifts", ListAsync).WithName("listGifts").WithSummary("The gifts of an occasion, in the order in which they were added");
        occasion.MapPost("/gifts", AddAsync).WithName("addGift").WithSummary("Add a gift to an occasion");
        occasion.MapGet("/board", BoardAsync).WithName("getBoard").WithSummary("The gifts of an occasion by status, with each column's count and total");
        occasion.MapPost("/check", CheckAsync).WithName("checkGift").WithSummary("What a gift would do to the budgets; writes nothing");
        occasion.MapGet("/present-box", PresentBoxAsync).WithName("listPresentBox").WithSummary("What was bought for occasions that are over, and not given");
        occasion.MapGet("/deleted-gifts", DeletedAsync).WithName("listDeletedGifts").WithSummary("The gifts that were deleted in an occasion and can be restored, the latest deletion first");
        MapOne(api.MapGroup("/gifts/{id:guid}").WithTags("Gifts"));
    }

    private static void MapOne(RouteGroupBuilder gift)
    {
        gift.MapGet("", GetAsync).WithName("getGift").WithSummary("One gift");
        gift.MapPatch("", UpdateAsync).WithName("updateGift").WithSummary("Change some fields of a gift");
        gift.MapDelete("", DeleteAsync).WithName("deleteGift").WithSummary("Delete a gift");
        gift.MapGet("/history", HistoryAsync).WithName("getGiftHistory").WithSummary("What was done to a gift, the latest first");
        gift.MapPost("/restore", RestoreAsync).WithName("restoreGift").WithSummary("Make a gift what it was in an earlier version, also after it was deleted");
        gift.MapPost("/transfer", TransferAsync).WithName("transferGift").WithSummary("Move a gift to another occasion");
        gift.MapPost("/move", MoveAsync).WithName("moveGift").WithSummary("Put a gift elsewhere on the board");
    }

    private static Task<Page<GiftDto>> ListAsync(Guid id, [AsParameters] PageQuery page, GiftsService gifts, CancellationToken cancellationToken) =>
        gifts.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<GiftDto>> AddAsync(
        Guid id, IdempotentBody<GiftInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(gifts.AddAsync(id, body.Value, cancellationToken), Gifts);

    private static Task<Board> BoardAsync(Guid id, [AsParameters] BoardQuery query, GiftsService gifts, CancellationToken cancellationToken) =>
        gifts.BoardAsync(id, query.ToPerColumn(), cancellationToken);

    private static Task<GiftCheck> CheckAsync(Guid id, Body<GiftCheckInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        gifts.CheckAsync(id, body.Value, cancellationToken);

    private static Task<RecordResult<GiftDto>> GetAsync(Guid id, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(gifts.GetAsync(id, cancellationToken));

    private static Task<RecordResult<GiftDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<GiftInput> patch, GiftsService gifts, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => gifts.GetAsync(id, cancellationToken),
            (input, version) => gifts.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(gifts.DeleteAsync(id, match.Version, cancellationToken));

    private static async Task<Page<HistoryEntry>> HistoryAsync(Guid id, GiftHistoryService history, CancellationToken cancellationToken) =>
        new(await history.ListAsync(id, cancellationToken), NextCursor: null);

    private static async Task<Page<DeletedGift>> DeletedAsync(Guid id, GiftHistoryService history, CancellationToken cancellationToken) =>
        new(await history.ListDeletedAsync(id, cancellationToken), NextCursor: null);

    private static Task<RecordResult<RestoredGift>> RestoreAsync(
        Guid id, IfMatch match, IdempotentBody<RestoreInput> body, GiftHistoryService history, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(history.RestoreAsync(id, body.Value.Version, match.Version, cancellationToken));

    private static async Task<Page<BoxedGift>> PresentBoxAsync(Guid id, GiftsService gifts, CancellationToken cancellationToken) =>
        new(await gifts.PresentBoxAsync(id, cancellationToken), NextCursor: null);

    private static Task<RecordResult<GiftDto>> TransferAsync(
        Guid id, IfMatch match, IdempotentBody<TransferInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(gifts.TransferAsync(id, body.Value.OccasionId, match.Version, cancellationToken));

    private static Task<RecordResult<GiftDto>> MoveAsync(
        Guid id, IfMatch match, IdempotentBody<MoveInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(gifts.MoveAsync(id, new GiftMove(body.Value.Status, body.Value.AfterId), match.Version, cancellationToken));
}
