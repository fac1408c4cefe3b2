using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class BalancesEndpoints
{
    public static void MapBalances(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}").WithTags("Balances");
        period.MapGet("/allocations", AllocationsAsync).WithName("listAllocations").WithSummary("Each share of what is allocated, and why it is that much");
        period.MapGet("/balance-sheet", SheetAsync).WithName("getBalanceSheet").WithSummary("Who owes whom: a line for each owner, and their sums");
        period.MapGet("/balance-sheet.csv", ExportAsync).WithName("exportBalanceSheet").WithSummary("The balance sheet as a file for spreadsheets")
            .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
        period.MapGet("/balances/{ownerId:guid}", ExplainAsync).WithName("getBalance").WithSummary("An owner's balance with every record that it is made of");
    }

    /// <summary>The address of a period's sheet as a file.</summary>
    public static string ExportAddress(Guid periodId) => $"{ApiPath.Root}/periods/{periodId}/balance-sheet.csv";

    private static async Task<FileContentHttpResult> ExportAsync(Guid id, BalancesService balances, CancellationToken cancellationToken)
    {
        var file = await balances.ExportAsync(id, cancellationToken);
        return TypedResults.Bytes(file.Bytes, $"{CsvBody.ContentType}; charset=utf-8", file.Name);
    }

    private static Task<Page<AllocationDto>> AllocationsAsync(
        Guid id, [AsParameters] PageQuery page, BalancesService balances, CancellationToken cancellationToken) =>
        balances.AllocationsAsync(id, page.ToRequest(), cancellationToken);

    private static Task<BalanceSheet> SheetAsync(Guid id, BalancesService balances, CancellationToken cancellationToken) =>
        balances.SheetAsync(id, cancellationToken);

    private static Task<BalanceExplanation> ExplainAsync(Guid id, Guid ownerId, BalancesService balances, CancellationToken cancellationToken) =>
        balances.ExplainAsync(id, ownerId, cancellationToken);
}
