using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>How allotments are planned, released and given back.</summary>
internal static class AllotmentsEndpoints
{
    public static void MapAllotments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/program-budgets/{id:guid}/allotments/split", SplitAsync).WithTags("Allotments").WithName("splitAllotments")
            .WithSummary("Plan an allotment for each quarter, in equal parts of the approved amount; the last takes what is left over");
        var allotment = api.MapGroup("/allotments/{id:guid}").WithTags("Allotments");
        allotment.MapPost("/release", ReleaseAsync).WithName("releaseAllotment").WithSummary("Have a planned allotment be obligated from now on");
        allotment.MapPost("/cancel", CancelAsync).WithName("cancelAllotment").WithSummary("Give an allotment that nothing uses back to its program budget, with a reason");
    }

    private static Task<WriteResult<Page<AllotmentDto>>> SplitAsync(Guid id, OptionalBody<EmptyInput> _, AllotmentsService allotments, CancellationToken cancellationToken) =>
        ApiResults.WrittenAsync(allotments.PlanEvenlyAsync(id, cancellationToken), planned => new Page<AllotmentDto>(planned, NextCursor: null));

    private static Task<RecordResult<AllotmentDto>> ReleaseAsync(
        Guid id, IfMatch match, OptionalBody<ReleaseInput> body, AllotmentsService allotments, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(allotments.ReleaseAsync(id, body.Value.ReleasedOn, match.Version, cancellationToken));

    private static Task<RecordResult<AllotmentDto>> CancelAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, AllotmentsService allotments, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(allotments.CancelAsync(id, body.Value.Reason, match.Version, cancellationToken));
}
