using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class PeriodsEndpoints
{
    private const string Periods = ApiPath.Root + "/periods";

    public static void MapPeriods(this IEndpointRouteBuilder api)
    {
        var periods = api.MapGroup("/periods").WithTags("Periods");
        periods.MapGet("", ListAsync).WithName("listPeriods").WithSummary("Periods, in the order of their starts");
        periods.MapPost("", AddAsync).WithName("addPeriod").WithSummary("Add a period");
        var period = api.MapGroup("/periods/{id:guid}").WithTags("Periods");
        period.MapGet("", GetAsync).WithName("getPeriod").WithSummary("One period");
        period.MapPatch("", UpdateAsync).WithName("updatePeriod").WithSummary("Change some fields of a period, or reopen it: OPEN with a reason");
        period.MapDelete("", DeleteAsync).WithName("deletePeriod").WithSummary("Delete a period in which nothing is recorded");
        period.MapGet("/history", HistoryAsync).WithName("getPeriodHistory").WithSummary("What was done to a period, the latest first");
        period.MapGet("/meter", MeterAsync).WithName("getPeriodMeter").WithSummary("What is spent of the budget, by payment type");
        MapClosing(period);
    }

    private static void MapClosing(RouteGroupBuilder period)
    {
        period.MapGet("/closing-check", CheckAsync).WithName("checkClosing").WithSummary("What stands in the way of closing, or should be known before");
        period.MapPost("/close", CloseAsync).WithName("closePeriod").WithSummary("Close a period: what follows from it is kept, and later periods follow");
        period.MapPost("/take-over-properties", TakeOverAsync).WithName("takeOverProperties")
            .WithSummary("Share a reopened period's costs by the properties as they are now");
        period.MapPut("/openings/{ownerId:guid}", SetOpeningAsync).WithName("setOpening")
            .WithSummary("Say what an owner's balance begins with, in the very first period");
    }

    private static Task<Page<PeriodDto>> ListAsync([AsParameters] PageQuery page, PeriodsService periods, CancellationToken cancellationToken) =>
        periods.ListAsync(page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<PeriodDto>> AddAsync(IdempotentBody<PeriodInput> body, PeriodsService periods, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(periods.AddAsync(body.Value, cancellationToken), Periods);

    private static Task<DerivedRecordResult<PeriodDto>> GetAsync(Guid id, PeriodsService periods, CancellationToken cancellationToken) =>
        ApiResults.DerivedAsync(periods.GetAsync(id, cancellationToken));

    private static Task<RecordResult<PeriodDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<PeriodPatchInput> patch, PeriodsService periods, ClosingService closing, CancellationToken cancellationToken)
    {
        PeriodDto current = null!;
        return patch.ApplyAsync(
            match,
            async () => current = await periods.GetAsync(id, cancellationToken),
            (input, version) => input.Reopens(current)
                ? closing.ReopenAsync(id, input.Reason, version, cancellationToken)
                : periods.UpdateAsync(id, input.ToInput(), version, cancellationToken));
    }

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, PeriodsService periods, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(periods.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, PeriodsService periods, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(periods.HistoryAsync(id, cancellationToken));

    private static async Task<PeriodMeterResponse> MeterAsync(Guid id, PeriodsService periods, CancellationToken cancellationToken) =>
        new(await periods.PageAsync(id, cancellationToken));

    private static Task<ClosingCheck> CheckAsync(Guid id, ClosingService closing, CancellationToken cancellationToken) =>
        closing.CheckAsync(id, cancellationToken);

    private static async Task<RecordResult<ClosedPeriodResponse>> CloseAsync(
        Guid id, IfMatch match, OptionalBody<CloseInput> body, ClosingService closing, CancellationToken cancellationToken)
    {
        var (closed, isReplay) = await IdempotencyKey.AnswerAsync(closing.CloseAsync(id, body.Value, match.Version, cancellationToken));
        return new RecordResult<ClosedPeriodResponse>(ClosedPeriodResponse.Of(closed), isReplay);
    }

    private static Task<RecordResult<PeriodDto>> TakeOverAsync(Guid id, IfMatch match, ClosingService closing, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(closing.TakeOverPropertiesAsync(id, match.Version, cancellationToken));

    private static async Task<NoContent> SetOpeningAsync(
        Guid id, Guid ownerId, Body<OpeningAmountInput> body, PeriodsService periods, OwnersService owners, CancellationToken cancellationToken)
    {
        // In an address, an owner who isn't there is no wrong field.
        _ = await owners.GetAsync(ownerId, cancellationToken);
        await periods.SetOpeningAsync(id, new OpeningInput(ownerId, body.Value.Amount), cancellationToken);
        return TypedResults.NoContent();
    }
}
