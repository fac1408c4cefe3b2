using System.ComponentModel;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Budgeting.Web.Api.Organizations;

/// <summary>The audit trail.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit").WithMetadata(new MayRefuse(StatusCodes.Status403Forbidden));
        audit.MapGet("", ListAsync).WithName("listAuditEntries").WithSummary("What was written, the latest first; without what is kept from some members, such as gifts");
        api.MapGet("/audit.csv", ExportAsync).WithTags("Audit").WithMetadata(new MayRefuse(StatusCodes.Status403Forbidden)).WithName("exportAuditEntries").WithSummary("The same as a file for spreadsheets: a line for each field that was written")
            .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
    }

    /// <summary>The address of entries as a file.</summary>
    /// <param name="query">What follows the question mark.</param>
    public static string ExportAddress(string query) => $"{ApiPath.Root}/audit.csv{query}";

    private static async Task<FileContentHttpResult> ExportAsync([AsParameters] AuditEntriesQuery which, AuditService audit, CancellationToken cancellationToken) =>
        CsvBody.Answer(await audit.ExportAsync(which.ToQuery(), cancellationToken));

    private static Task<Page<AuditEntryDto>> ListAsync(
        [AsParameters] AuditEntriesQuery which, [AsParameters] PageQuery page, AuditService audit, CancellationToken cancellationToken) =>
        audit.ListAsync(which.ToQuery(), page.ToRequest(), cancellationToken);
}

/// <summary>Which entries. All are texts here, so that one that is none is told like any other wrong field.</summary>
internal sealed record AuditEntriesQuery(
    [property: FromQuery(Name = "entity"), Description("The kind of record, such as Obligation; left out: every kind.")] string? Entity,
    [property: FromQuery(Name = "id"), Description("The record.")] string? Id,
    [property: FromQuery(Name = "member"), Description("The member who wrote.")] string? Member,
    [property: FromQuery(Name = "from"), Description("The first day, in UTC.")] string? From,
    [property: FromQuery(Name = "to"), Description("The last day, in UTC.")] string? To)
{
    /// <exception cref="InvalidException">One of them is wrong.</exception>
    public AuditQuery ToQuery() => QueryText.Read(check => new AuditQuery(
        string.IsNullOrEmpty(Entity) ? null : Entity, check.Id(Id, "id"), check.Id(Member, "member"), check.Day(From, "from"), check.Day(To, "to")));
}
