using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;
using Budgeting.Web.Paper;
using Budgeting.Web.Paper.Execution;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Execution;

/// <summary>How obligations are approved and end, and how a payment is taken back.</summary>
internal static class ObligationsEndpoints
{
    public static void MapObligations(this IEndpointRouteBuilder api)
    {
        var obligation = api.MapGroup("/obligations/{id:guid}").WithTags("Obligations");
        obligation.MapPost("/approve", ApproveAsync).WithName("approveObligation").WithSummary("Have an obligation, which somebody else requested, be paid from now on");
        obligation.MapPost("/liquidate", LiquidateAsync).WithName("liquidateObligation")
            .WithSummary("Say that everything was delivered: what isn't paid goes back to the allotment");
        obligation.MapPost("/cancel", CancelAsync).WithName("cancelObligation")
            .WithSummary("Give an obligation of which nothing was paid or delivered back to its allotment, with a reason");
        obligation.MapGet("/request.pdf", RequestAsync).WithName("getObligationRequest").WithSummary("The request to be printed and signed")
            .Produces<Stream>(StatusCodes.Status200OK, PdfPaper.ContentType).WithMetadata(new MayRefuse(StatusCodes.Status409Conflict));
        obligation.MapGet("/certificate.pdf", CertificateAsync).WithName("getObligationCertificate")
            .WithSummary("The certificate that the allotment covers an approved obligation, to be printed and signed")
            .Produces<Stream>(StatusCodes.Status200OK, PdfPaper.ContentType).WithMetadata(new MayRefuse(StatusCodes.Status409Conflict));
        api.MapPost("/disbursements/{id:guid}/void", VoidAsync).WithTags("Disbursements").WithName("voidDisbursement")
            .WithSummary("Say that a payment didn't happen, with a reason: its amount can be paid again");
    }

    /// <summary>The address of an obligation's file.</summary>
    public static string PdfAddress(Guid id, ObligationPaperKind kind) => $"{ApiPath.Root}/obligations/{id}/{NameOf(kind)}.pdf";

    private static Task<FileContentHttpResult> RequestAsync(Guid id, ObligationsService obligations, CancellationToken cancellationToken) =>
        PdfAsync(id, ObligationPaperKind.Request, obligations, cancellationToken);

    private static Task<FileContentHttpResult> CertificateAsync(Guid id, ObligationsService obligations, CancellationToken cancellationToken) =>
        PdfAsync(id, ObligationPaperKind.Certificate, obligations, cancellationToken);

    private static async Task<FileContentHttpResult> PdfAsync(Guid id, ObligationPaperKind kind, ObligationsService obligations, CancellationToken cancellationToken)
    {
        var paper = await obligations.PaperAsync(id, kind, cancellationToken);
        return TypedResults.Bytes(ObligationPdf.Of(paper, kind), PdfPaper.ContentType, $"{NameOf(kind)}-{paper.Obligation.ReferenceNo}.pdf");
    }

    private static string NameOf(ObligationPaperKind kind) => kind == ObligationPaperKind.Request ? "request" : "certificate";

    private static Task<RecordResult<ObligationDto>> ApproveAsync(
        Guid id, IfMatch match, OptionalBody<EmptyInput> _, ObligationsService obligations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(obligations.ApproveAsync(id, match.Version, cancellationToken));

    private static Task<RecordResult<ObligationDto>> LiquidateAsync(
        Guid id, IfMatch match, OptionalBody<EmptyInput> _, ObligationsService obligations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(obligations.LiquidateAsync(id, match.Version, cancellationToken));

    private static Task<RecordResult<ObligationDto>> CancelAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, ObligationsService obligations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(obligations.CancelAsync(id, body.Value.Reason, match.Version, cancellationToken));

    private static Task<RecordResult<DisbursementDto>> VoidAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, DisbursementsService disbursements, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(disbursements.VoidAsync(id, body.Value.Reason, match.Version, cancellationToken));
}
