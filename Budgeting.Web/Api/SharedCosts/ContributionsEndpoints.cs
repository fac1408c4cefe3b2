using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class ContributionsEndpoints
{
    private const string Contributions = ApiPath.Root + "/contributions";

    public static void MapContributions(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/contributions").WithTags("Contributions");
        period.MapGet("", ListAsync).WithName("listContributions").WithSummary("What owners paid in a period by date, each with the sum of its owner until then")
            .WithMetadata(ContributorQuery.Schema);
        period.MapPost("", AddAsync).WithName("addContribution").WithSummary("Record a contribution");
        var one = api.MapGroup("/contributions/{id:guid}").WithTags("Contributions");
        one.MapGet("", GetAsync).WithName("getContribution").WithSummary("One contribution");
        one.MapPatch("", UpdateAsync).WithName("updateContribution").WithSummary("Change some fields of a contribution");
        one.MapDelete("", DeleteAsync).WithName("deleteContribution").WithSummary("Delete a contribution");
        one.MapGet("/history", HistoryAsync).WithName("getContributionHistory").WithSummary("What was done to a contribution, the latest first");
    }

    private static Task<Page<ContributionDto>> ListAsync(
        Guid id, [AsParameters] ContributorQuery whose, [AsParameters] PageQuery page, ContributionsService contributions, CancellationToken cancellationToken) =>
        contributions.ListAsync(id, whose.ToOwnerId(), page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<ContributionDto>> AddAsync(
        Guid id, IdempotentBody<ContributionInput> body, ContributionsService contributions, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(contributions.AddAsync(id, body.Value, cancellationToken), Contributions);

    private static Task<RecordResult<ContributionDto>> GetAsync(Guid id, ContributionsService contributions, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(contributions.GetAsync(id, cancellationToken));

    private static Task<RecordResult<ContributionDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<ContributionInput> patch, ContributionsService contributions, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => contributions.GetAsync(id, cancellationToken),
            (input, version) => contributions.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, ContributionsService contributions, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(contributions.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, ContributionsService contributions, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(contributions.HistoryAsync(id, cancellationToken));
}
