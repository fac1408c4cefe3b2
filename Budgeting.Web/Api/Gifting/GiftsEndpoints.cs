using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;

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

internal static class GiftsEndpoints
{
    public static void MapGifts(this IEndpointRouteBuilder api)
    {
        api.MapRecords<GiftsService, GiftInput, GiftDto>(new("gift", "gifts")
        {
            Parent = "occasions",
            ListSummary = "The gifts of an occasion, in the order in which they were added",
            AddSummary = "Add a gift to an occasion",
        });
        var occasion = api.MapGroup("/occasions/{id:guid}").WithTags("Gifts");
        occasion.MapGet("/board", BoardAsync).WithName("getBoard").WithSummary("The gifts of an occasion by status, with each column's count and total");
        occasion.MapPost("/check", CheckAsync).WithName("checkGift").WithSummary("What a gift would do to the budgets; writes nothing");
        occasion.MapGet("/present-box", PresentBoxAsync).WithName("listPresentBox").WithSummary("What was bought for occasions that are over, and not given");
        var gift = api.MapGroup("/gifts/{id:guid}").WithTags("Gifts");
        gift.MapPost("/transfer", TransferAsync).WithName("transferGift").WithSummary("Move a gift to another occasion");
        gift.MapPost("/move", MoveAsync).WithName("moveGift").WithSummary("Put a gift elsewhere on the board");
    }

    private static Task<Board> BoardAsync(Guid id, [AsParameters] BoardQuery query, GiftsService gifts, CancellationToken cancellationToken) =>
        gifts.BoardAsync(id, query.ToPerColumn(), cancellationToken);

    private static Task<GiftCheck> CheckAsync(Guid id, Body<GiftCheckInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        gifts.CheckAsync(id, body.Value, cancellationToken);

    private static async Task<Page<BoxedGift>> PresentBoxAsync(Guid id, GiftsService gifts, CancellationToken cancellationToken) =>
        new(await gifts.PresentBoxAsync(id, cancellationToken), NextCursor: null);

    private static Task<RecordResult<GiftDto>> TransferAsync(
        Guid id, IfMatch match, IdempotentBody<TransferInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(gifts.TransferAsync(id, body.Value.OccasionId, match.Version, cancellationToken));

    private static Task<RecordResult<GiftDto>> MoveAsync(
        Guid id, IfMatch match, IdempotentBody<MoveInput> body, GiftsService gifts, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(gifts.MoveAsync(id, new GiftMove(body.Value.Status, body.Value.AfterId), match.Version, cancellationToken));
}
