using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Gifting;

internal static class GuestLinksEndpoints
{
    private const string Links = ApiPath.Root + "/guest-links";

    public static void MapGuestLinks(this IEndpointRouteBuilder api)
    {
        var occasion = api.MapGroup("/occasions/{id:guid}/guest-links").WithTags("Guest links");
        occasion.MapGet("", ListAsync).WithName("listGuestLinks").WithSummary("The links that show an occasion to people without an account");
        occasion.MapPost("", AddAsync).WithName("addGuestLink").WithSummary("Make a guest link; its secret is shown this once");
        var link = api.MapGroup("/guest-links/{id:guid}").WithTags("Guest links");
        link.MapGet("", GetAsync).WithName("getGuestLink").WithSummary("One guest link, without its secret");
        link.MapDelete("", RevokeAsync).WithName("revokeGuestLink").WithSummary("End a guest link");
    }

    private static async Task<Page<GuestLinkDto>> ListAsync(Guid id, GuestLinksService links, CancellationToken cancellationToken) =>
        new(await links.ListAsync(id, cancellationToken), NextCursor: null);

    private static Task<CreatedResult<NewGuestLink>> AddAsync(
        Guid id, IdempotentBody<GuestLinkInput> body, GuestLinksService links, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(links.CreateAsync(id, body.Value, cancellationToken), Links);

    private static Task<RecordResult<GuestLinkDto>> GetAsync(Guid id, GuestLinksService links, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(links.GetAsync(id, cancellationToken));

    private static Task<NoContent> RevokeAsync(Guid id, GuestLinksService links, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(links.RevokeAsync(id, cancellationToken));
}
