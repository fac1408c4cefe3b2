using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>A payment between owners, or between one and the fund.</summary>
public sealed record SettlementInput
{
    /// <summary>Who paid; <c>null</c>: the fund.</summary>
    public Guid? FromOwnerId { get; init; }

    /// <summary>Who got it; <c>null</c>: the fund.</summary>
    public Guid? ToOwnerId { get; init; }

    /// <summary>More than 0, in whole minor units.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Within the period.</summary>
    public required DateOnly Date { get; init; }
}

internal static class SettleUpEndpoints
{
    public static void MapSettleUp(this IEndpointRouteBuilder api)
    {
        var settleUp = api.MapGroup("/periods/{id:guid}/settle-up").WithTags("Balances");
        settleUp.MapGet("", SuggestAsync).WithName("suggestSettleUp").WithSummary("Payments that clear every balance of a period");
        settleUp.MapPost("", BookAsync).WithName("bookSettleUp").WithSummary("Record such a payment: a contribution of who pays, and a payout to who gets it");
    }

    private static Task<SettleUp> SuggestAsync(Guid id, SettleUpService settleUp, CancellationToken cancellationToken) =>
        settleUp.SuggestAsync(id, cancellationToken);

    private static Task<WriteResult<Page<ContributionDto>>> BookAsync(
        Guid id, IdempotentBody<SettlementInput> body, SettleUpService settleUp, CancellationToken cancellationToken)
    {
        var payment = body.Value;
        return ApiResults.WrittenAsync(
            settleUp.BookAsync(id, new Transfer(payment.FromOwnerId, payment.ToOwnerId, payment.Amount), payment.Date, cancellationToken),
            booked => new Page<ContributionDto>(booked, NextCursor: null));
    }
}
