using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Budgeting.Web.Paper;
using Budgeting.Web.Paper.SharedCosts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>To whom statements are issued.</summary>
public sealed record StatementsInput
{
    /// <summary><c>null</c>: to every owner.</summary>
    public Guid? OwnerId { get; init; }
}

internal static class StatementsEndpoints
{
    public static void MapStatements(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/statements").WithTags("Statements");
        period.MapGet("", ListAsync).WithName("listStatements").WithSummary("What owners were told of a period, in the order in which it was issued");
        period.MapPost("", IssueAsync).WithName("issueStatements").WithSummary("Issue statements to who has none, and corrections to who has an old one");
        api.MapGet("/statements/{id:guid}", GetAsync).WithTags("Statements").WithName("getStatement").WithSummary("One statement, as it was issued, and whether it still holds");
        api.MapGet("/statements/{id:guid}.pdf", PdfAsync).WithTags("Statements").WithName("getStatementPdf").WithSummary("The same to be printed or sent")
            .Produces<Stream>(StatusCodes.Status200OK, PdfPaper.ContentType);
    }

    // The file beside the page, for whoever sends its address: signing in first, then there.
    public static void MapStatementFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/costs/statements/{id:guid}.pdf", (Guid id) => TypedResults.LocalRedirect(PdfAddress(id))).RequireAuthorization();

    /// <summary>The address of a statement's file.</summary>
    public static string PdfAddress(Guid id) => $"{ApiPath.Root}/statements/{id}.pdf";

    private static Task<Page<StatementSummary>> ListAsync(Guid id, StatementsService statements, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(statements.ListAsync(id, cancellationToken));

    private static Task<WriteResult<IssuedStatements>> IssueAsync(
        Guid id, OptionalBody<StatementsInput> body, StatementsService statements, CancellationToken cancellationToken) =>
        ApiResults.WrittenAsync(statements.IssueAsync(id, body.Value.OwnerId, cancellationToken), issued => issued);

    private static async Task<FileContentHttpResult> PdfAsync(Guid id, StatementsService statements, CancellationToken cancellationToken)
    {
        var statement = await statements.GetAsync(id, cancellationToken);
        return TypedResults.Bytes(StatementPdf.Of(statement), PdfPaper.ContentType, FormattableString.Invariant($"statement-{statement.Number}.pdf"));
    }

    private static Task<DerivedRecordResult<StatementDto>> GetAsync(Guid id, StatementsService statements, CancellationToken cancellationToken) =>
        ApiResults.DerivedAsync(statements.GetAsync(id, cancellationToken));
}
