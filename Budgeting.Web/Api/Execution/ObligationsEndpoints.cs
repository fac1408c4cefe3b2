using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>How obligations are approved and end, and how a payment is taken back.</summary>
internal static class ObligationsEndpoints
{
    public static void MapObligations(this IEndpointRouteBuilder api)
    {
        var obligation = api.MapGroup("/obligations/{id:guid}").WithTags("Obligations");
        obligation.MapPost("/approve", ApproveAsync).WithName("approveObligation").WithSummary("Have an obligation, which somebody else requested, be paid from now on");
        obligation.MapPost("/liquidate", LiquidateAsync).WithName("liquidateObligation")
            .WithSummary("Say that everything was delivered: what isn't paid goes back to the allotment");
        obligation.MapPost("/cancel", CancelAsync).WithName("cancelObligation")
            .WithSummary("Give an obligation of which nothing was paid or delivered back to its allotment, with a reason");
        api.MapPost("/disbursements/{id:guid}/void", VoidAsync).WithTags("Disbursements").WithName("voidDisbursement")
            .WithSummary("Say that a payment didn't happen, with a reason: its amount can be paid again");
    }

    private static Task<RecordResult<ObligationDto>> ApproveAsync(
        Guid id, IfMatch match, OptionalBody<EmptyInput> _, ObligationsService obligations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(obligations.ApproveAsync(id, match.Version, cancellationToken));

    private static Task<RecordResult<ObligationDto>> LiquidateAsync(
        Guid id, IfMatch match, OptionalBody<EmptyInput> _, ObligationsService obligations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(obligations.LiquidateAsync(id, match.Version, cancellationToken));

    private static Task<RecordResult<ObligationDto>> CancelAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, ObligationsService obligations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(obligations.CancelAsync(id, body.Value.Reason, match.Version, cancellationToken));

    private static Task<RecordResult<DisbursementDto>> VoidAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, DisbursementsService disbursements, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(disbursements.VoidAsync(id, body.Value.Reason, match.Version, cancellationToken));
}
