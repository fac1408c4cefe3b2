using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class OwnersEndpoints
{
    private const string Owners = ApiPath.Root + "/owners";

    public static void MapOwners(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/owners").WithTags("Owners");
        all.MapGet("", ListAsync).WithName("listOwners").WithSummary("Owners, in the order in which they were added");
        all.MapPost("", AddAsync).WithName("addOwner").WithSummary("Add an owner");
        var one = api.MapGroup("/owners/{id:guid}").WithTags("Owners");
        one.MapGet("", GetAsync).WithName("getOwner").WithSummary("One owner");
        one.MapPatch("", UpdateAsync).WithName("updateOwner").WithSummary("Change some fields of an owner");
        one.MapDelete("", DeleteAsync).WithName("deleteOwner").WithSummary("Delete an owner of whom nothing is recorded");
        one.MapGet("/history", HistoryAsync).WithName("getOwnerHistory").WithSummary("What was done to an owner, the latest first");
    }

    private static Task<Page<OwnerDto>> ListAsync([AsParameters] PageQuery page, OwnersService owners, CancellationToken cancellationToken) =>
        owners.ListAsync(page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<OwnerDto>> AddAsync(IdempotentBody<OwnerInput> body, OwnersService owners, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(owners.AddAsync(body.Value, cancellationToken), Owners);

    private static Task<RecordResult<OwnerDto>> GetAsync(Guid id, OwnersService owners, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(owners.GetAsync(id, cancellationToken));

    private static Task<RecordResult<OwnerDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<OwnerInput> patch, OwnersService owners, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => owners.GetAsync(id, cancellationToken),
            (input, version) => owners.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, OwnersService owners, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(owners.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, OwnersService owners, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(owners.HistoryAsync(id, cancellationToken));
}
