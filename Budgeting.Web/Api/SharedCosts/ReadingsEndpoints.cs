using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class ReadingsEndpoints
{
    private const string Readings = ApiPath.Root + "/readings";

    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/readings").WithTags("Readings");
        period.MapGet("", ListAsync).WithName("listReadings").WithSummary("What meters showed in a period, each with what its property bears");
        period.MapPost("", AddAsync).WithName("addReading").WithSummary("Record what a meter showed");
        var one = api.MapGroup("/readings/{id:guid}").WithTags("Readings");
        one.MapGet("", GetAsync).WithName("getReading").WithSummary("One reading");
        one.MapPatch("", UpdateAsync).WithName("updateReading").WithSummary("Change some fields of a reading");
        one.MapDelete("", DeleteAsync).WithName("deleteReading").WithSummary("Delete a reading");
        one.MapGet("/history", HistoryAsync).WithName("getReadingHistory").WithSummary("What was done to a reading, the latest first");
    }

    private static Task<Page<ReadingDto>> ListAsync(Guid id, [AsParameters] PageQuery page, ReadingsService readings, CancellationToken cancellationToken) =>
        readings.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<ReadingDto>> AddAsync(
        Guid id, IdempotentBody<ReadingInput> body, ReadingsService readings, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(readings.AddAsync(id, body.Value, cancellationToken), Readings);

    private static Task<DerivedRecordResult<ReadingDto>> GetAsync(Guid id, ReadingsService readings, CancellationToken cancellationToken) =>
        ApiResults.DerivedAsync(readings.GetAsync(id, cancellationToken));

    private static Task<RecordResult<ReadingDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<ReadingInput> patch, ReadingsService readings, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => readings.GetAsync(id, cancellationToken),
            (input, version) => readings.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, ReadingsService readings, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(readings.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, ReadingsService readings, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(readings.HistoryAsync(id, cancellationToken));
}
