using System.Net.Mime;
using Budgeting.Core.SharedCosts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder api)
    {
        var periods = api.MapGroup("/periods").WithTags("Balances");
        periods.MapGet("/journal", AllAsync).WithName("exportJournal").WithSummary("Every record and share of all periods as a journal that hledger and ledger read")
            .Produces<Stream>(StatusCodes.Status200OK, MediaTypeNames.Text.Plain);
        periods.MapGet("/{id:guid}/journal", OneAsync).WithName("exportPeriodJournal").WithSummary("Every record and share of a period as a journal that hledger and ledger read")
            .Produces<Stream>(StatusCodes.Status200OK, MediaTypeNames.Text.Plain);
    }

    private static Task<PushStreamHttpResult> AllAsync(JournalService journals, CancellationToken cancellationToken) =>
        AnswerAsync(journals, periodId: null, cancellationToken);

    private static Task<PushStreamHttpResult> OneAsync(Guid id, JournalService journals, CancellationToken cancellationToken) =>
        AnswerAsync(journals, id, cancellationToken);

    // Whatever can be refused is refused before the first byte.
    private static async Task<PushStreamHttpResult> AnswerAsync(JournalService journals, Guid? periodId, CancellationToken cancellationToken)
    {
        var journal = await journals.FileAsync(periodId, cancellationToken);
        return TypedResults.Stream(WriteAsync, $"{MediaTypeNames.Text.Plain}; charset=utf-8", journal.Name);

        async Task WriteAsync(Stream stream)
        {
            await using var output = new StreamWriter(stream);
            await journal.WriteAsync(output, cancellationToken);
        }
    }
}
