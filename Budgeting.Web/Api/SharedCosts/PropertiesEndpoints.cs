using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class PropertiesEndpoints
{
    private const string Properties = ApiPath.Root + "/properties";

    public static void MapProperties(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/properties").WithTags("Properties");
        all.MapGet("", ListAsync).WithName("listProperties").WithSummary("Properties with who owned them from when on, in the order in which they were added");
        all.MapPost("", AddAsync).WithName("addProperty").WithSummary("Add a property");
        var one = api.MapGroup("/properties/{id:guid}").WithTags("Properties");
        one.MapGet("", GetAsync).WithName("getProperty").WithSummary("One property");
        one.MapPatch("", UpdateAsync).WithName("updateProperty").WithSummary("Change some fields of a property; ownerId with from: it changes hands on that day");
        one.MapDelete("", DeleteAsync).WithName("deleteProperty").WithSummary("Delete a property that no costs are shared with");
        one.MapGet("/history", HistoryAsync).WithName("getPropertyHistory").WithSummary("What was done to a property, the latest first");
    }

    private static Task<Page<PropertyDto>> ListAsync([AsParameters] PageQuery page, PropertiesService properties, CancellationToken cancellationToken) =>
        properties.ListAsync(page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<PropertyDto>> AddAsync(IdempotentBody<PropertyInput> body, PropertiesService properties, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(properties.AddAsync(body.Value, cancellationToken), Properties);

    private static Task<RecordResult<PropertyDto>> GetAsync(Guid id, PropertiesService properties, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(properties.GetAsync(id, cancellationToken));

    private static Task<RecordResult<PropertyDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<PropertyInput> patch, PropertiesService properties, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => properties.GetAsync(id, cancellationToken),
            (input, version) => properties.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, PropertiesService properties, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(properties.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, PropertiesService properties, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(properties.HistoryAsync(id, cancellationToken));
}
