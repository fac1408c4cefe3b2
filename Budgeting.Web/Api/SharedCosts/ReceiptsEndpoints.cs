using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.SharedCosts;

internal static class ReceiptsEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        var receipt = api.MapGroup("/expenses/{id:guid}/receipt").WithTags("Expenses");
        receipt.MapGet("", GetAsync).WithName("getReceipt").WithSummary("An expense's receipt")
            .Produces<Stream>(StatusCodes.Status200OK, ReceiptBody.Types[0], ReceiptBody.Types[1..])
            .Produces(StatusCodes.Status304NotModified)
            .WithMetadata(new TakesHeader(HeaderNames.IfNoneMatch));
        receipt.MapPut("", SetAsync).WithName("setReceipt").WithSummary("Keep a receipt with an expense: PDF, JPEG, PNG or WebP, at most 10 MiB")
            .WithMetadata(new BodyLimit(ReceiptInput.MaxBytes));
        receipt.MapDelete("", RemoveAsync).WithName("removeReceipt").WithSummary("Take an expense's receipt away");
    }

    private static async Task<FileContentHttpResult> GetAsync(Guid id, ExpensesService expenses, CancellationToken cancellationToken)
    {
        var receipt = await expenses.ReceiptAsync(id, cancellationToken);
        return TypedResults.Bytes(receipt.Bytes, receipt.ContentType, receipt.FileName, entityTag: new EntityTagHeaderValue($"\"{receipt.Hash}\""));
    }

    private static Task<RecordResult<ExpenseDto>> SetAsync(
        Guid id, IfMatch match, ReceiptBody body, ExpensesService expenses, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(expenses.SetReceiptAsync(id, body.Receipt, match.Version, cancellationToken));

    private static Task<NoContent> RemoveAsync(Guid id, IfMatch match, ExpensesService expenses, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(expenses.SetReceiptAsync(id, ReceiptInput.None, match.Version, cancellationToken));
}
