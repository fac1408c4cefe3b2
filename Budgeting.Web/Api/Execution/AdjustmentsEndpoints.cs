using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>How approved amounts are moved. What was moved stays: it is put right by another adjustment.</summary>
internal static class AdjustmentsEndpoints
{
    private const string Tag = "Adjustments";
    private const string Adjustments = ApiPath.Root + "/adjustments";

    public static void MapAdjustments(this IEndpointRouteBuilder api)
    {
        var ofBudget = api.MapGroup("/program-budgets/{id:guid}/adjustments").WithTags(Tag);
        ofBudget.MapGet("", ListAsync).WithName("listAdjustments").WithSummary("How the approved amount of a program budget was moved, in that order");
        ofBudget.MapPost("", AdjustAsync).WithName("addAdjustment").WithSummary("Raise the approved amount of a program budget, or cut it; If-Match is the program budget's");
        api.MapGet("/adjustments/{id:guid}", GetAsync).WithTags(Tag).WithName("getAdjustment").WithSummary("One adjustment");
        api.MapPost("/proposals/{id:guid}/reallocations", ReallocateAsync).WithTags(Tag).WithName("reallocate")
            .WithSummary("Move approved amounts between program budgets of a proposal: all of the moves, or none");
    }

    private static Task<Page<AdjustmentDto>> ListAsync(Guid id, [AsParameters] PageQuery page, AdjustmentsService adjustments, CancellationToken cancellationToken) =>
        adjustments.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<AdjustmentDto>> AdjustAsync(
        Guid id, IfMatch match, IdempotentBody<AdjustmentInput> body, AdjustmentsService adjustments, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(adjustments.AdjustAsync(id, body.Value, match.Version, cancellationToken), Adjustments);

    private static Task<DerivedRecordResult<AdjustmentDto>> GetAsync(Guid id, AdjustmentsService adjustments, CancellationToken cancellationToken) =>
        ApiResults.DerivedAsync(adjustments.GetAsync(id, cancellationToken));

    private static Task<WriteResult<ReallocationDto>> ReallocateAsync(
        Guid id, IdempotentBody<ReallocationInput> body, AdjustmentsService adjustments, CancellationToken cancellationToken) =>
        ApiResults.WrittenAsync(adjustments.ReallocateAsync(id, body.Value, cancellationToken), made => made);
}
