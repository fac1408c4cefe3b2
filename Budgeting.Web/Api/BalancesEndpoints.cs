using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Api;

internal static class BalancesEndpoints
{
    public static void MapBalances(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}").WithTags("Balances");
        period.MapGet("/allocations", AllocationsAsync).WithName("listAllocations").WithSummary("Each share of what is allocated, and why it is that much");
        period.MapGet("/balance-sheet", SheetAsync).WithName("getBalanceSheet").WithSummary("Who owes whom: a line for each owner, and their sums");
        period.MapGet("/balances/{ownerId:guid}", ExplainAsync).WithName("getBalance").WithSummary("An owner's balance with every record that it is made of");
    }

    private static Task<Page<AllocationDto>> AllocationsAsync(
        Guid id, [AsParameters] PageQuery page, BalancesService balances, CancellationToken cancellationToken) =>
        balances.AllocationsAsync(id, page.ToRequest(), cancellationToken);

    private static Task<BalanceSheet> SheetAsync(Guid id, BalancesService balances, CancellationToken cancellationToken) =>
        balances.SheetAsync(id, cancellationToken);

    private static Task<BalanceExplanation> ExplainAsync(Guid id, Guid ownerId, BalancesService balances, CancellationToken cancellationToken) =>
        balances.ExplainAsync(id, ownerId, cancellationToken);
}
