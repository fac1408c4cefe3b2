using System.ComponentModel;
using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Gifting;

internal static class GiftImportEndpoints
{
    public static void MapGiftImport(this IEndpointRouteBuilder api)
    {
        var occasion = api.MapGroup("/occasions/{id:guid}").WithTags("Gifts");
        occasion.MapGet("/gifts.csv", ExportAsync).WithName("exportGifts").WithSummary("The gifts of an occasion as a file for spreadsheets, in the order of the board")
            .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
        occasion.MapPost("/gifts/import", ImportAsync).WithName("importGifts").WithSummary("Add a gift for each line of a file that isn't there yet: all of them, or none")
            .Produces<GiftImport>();
    }

    /// <summary>The address of an occasion's file.</summary>
    public static string ExportAddress(Guid occasionId) => $"{ApiPath.Root}/occasions/{occasionId}/gifts.csv";

    /// <summary>Where a file for an occasion is posted, recipients who are new included.</summary>
    public static string ImportAddress(Guid occasionId, bool preview) =>
        $"{ApiPath.Root}/occasions/{occasionId}/gifts/import?{(preview ? "preview" : "addPeople")}=true";

    private static async Task<FileContentHttpResult> ExportAsync(Guid id, GiftImportService imports, CancellationToken cancellationToken) =>
        CsvBody.Answer(await imports.ExportAsync(id, cancellationToken));

    private static async Task<IResult> ImportAsync(
        Guid id,
        [Description("Whether to say what would be added, and write nothing.")] bool? preview,
        [Description("Whether to add recipients whom nobody is called like; else their lines are wrong.")] bool? addPeople,
        CsvBody body,
        HttpResponse response,
        GiftImportService imports,
        CancellationToken cancellationToken) => await CsvBody.AnswerAsync(
            response,
            preview == true ? imports.PreviewAsync(id, body.Bytes, cancellationToken) : imports.ImportAsync(id, body.Bytes, addPeople == true, cancellationToken));
}
