using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class BudgetItemsEndpoints
{
    private const string BudgetItems = ApiPath.Root + "/budget-items";

    public static void MapBudgetItems(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/budget-items").WithTags("Budget items");
        period.MapGet("", ListAsync).WithName("listBudgetItems").WithSummary("What a period budgets for, in the order in which it was added");
        period.MapPost("", AddAsync).WithName("addBudgetItem").WithSummary("Budget for something, and say how it is shared");
        var one = api.MapGroup("/budget-items/{id:guid}").WithTags("Budget items");
        one.MapGet("", GetAsync).WithName("getBudgetItem").WithSummary("One budget item");
        one.MapPatch("", UpdateAsync).WithName("updateBudgetItem").WithSummary("Change some fields of a budget item");
        one.MapDelete("", DeleteAsync).WithName("deleteBudgetItem").WithSummary("Delete a budget item");
        one.MapGet("/history", HistoryAsync).WithName("getBudgetItemHistory").WithSummary("What was done to a budget item, the latest first");
    }

    private static Task<Page<BudgetItemDto>> ListAsync(Guid id, [AsParameters] PageQuery page, BudgetItemsService budgetItems, CancellationToken cancellationToken) =>
        budgetItems.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<BudgetItemDto>> AddAsync(
        Guid id, IdempotentBody<BudgetItemInput> body, BudgetItemsService budgetItems, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(budgetItems.AddAsync(id, body.Value, cancellationToken), BudgetItems);

    private static Task<RecordResult<BudgetItemDto>> GetAsync(Guid id, BudgetItemsService budgetItems, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(budgetItems.GetAsync(id, cancellationToken));

    private static Task<RecordResult<BudgetItemDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<BudgetItemInput> patch, BudgetItemsService budgetItems, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => budgetItems.GetAsync(id, cancellationToken),
            (input, version) => budgetItems.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, BudgetItemsService budgetItems, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(budgetItems.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, BudgetItemsService budgetItems, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(budgetItems.HistoryAsync(id, cancellationToken));
}
