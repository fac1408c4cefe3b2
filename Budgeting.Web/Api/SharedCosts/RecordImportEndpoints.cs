using System.ComponentModel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>Contributions, expenses and readings from and for spreadsheets.</summary>
internal static class RecordImportEndpoints
{
    private static readonly (RecordKind Kind, string Path, string Tag)[] Kinds =
    [
        (RecordKind.Contributions, "contributions", "Contributions"),
        (RecordKind.Expenses, "expenses", "Expenses"),
        (RecordKind.Readings, "readings", "Readings"),
    ];

    public static void MapRecordImports(this IEndpointRouteBuilder api)
    {
        foreach (var (kind, path, tag) in Kinds)
        {
            var period = api.MapGroup("/periods/{id:guid}").WithTags(tag);
            period.MapGet($"/{path}.csv", (Guid id, RecordImportService imports, CancellationToken cancellationToken) => ExportAsync(kind, id, imports, cancellationToken))
                .WithName($"export{tag}").WithSummary($"The {path} of a period as a file for spreadsheets")
                .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
            period.MapPost(
                    $"/{path}/import",
                    (Guid id, [Description("Whether to say what would be added, and write nothing.")] bool? preview, CsvBody body, HttpResponse response, RecordImportService imports, CancellationToken cancellationToken) =>
                        ImportAsync(kind, id, preview, body, response, imports, cancellationToken))
                .WithName($"import{tag}").WithSummary($"Add one of the {path} for each line of a file that isn't there yet: all of them, or none")
                .Produces<RecordImport>();
        }
    }

    /// <summary>The address of a period's file.</summary>
    public static string ExportAddress(RecordKind kind, Guid periodId) => $"{AddressOf(kind, periodId)}.csv";

    /// <summary>Where a file for a period is posted.</summary>
    public static string ImportAddress(RecordKind kind, Guid periodId, bool preview) => $"{AddressOf(kind, periodId)}/import{(preview ? "?preview=true" : "")}";

    private static string AddressOf(RecordKind kind, Guid periodId) =>
        $"{ApiPath.Root}/periods/{periodId}/{Kinds.Single(k => k.Kind == kind).Path}";

    private static async Task<FileContentHttpResult> ExportAsync(RecordKind kind, Guid id, RecordImportService imports, CancellationToken cancellationToken) =>
        CsvBody.Answer(await imports.ExportAsync(kind, id, cancellationToken));

    private static async Task<IResult> ImportAsync(
        RecordKind kind, Guid id, bool? preview, CsvBody body, HttpResponse response, RecordImportService imports, CancellationToken cancellationToken) =>
        await CsvBody.AnswerAsync(
            response, preview == true ? imports.PreviewAsync(kind, id, body.Bytes, cancellationToken) : imports.ImportAsync(kind, id, body.Bytes, cancellationToken));
}
