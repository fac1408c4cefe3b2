using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class ExpensesEndpoints
{
    private const string Expenses = ApiPath.Root + "/expenses";

    public static void MapExpenses(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/expenses").WithTags("Expenses");
        period.MapGet("", ListAsync).WithName("listExpenses").WithSummary("What the community paid in a period, by date").WithMetadata(PaidByQuery.Schema);
        period.MapPost("", AddAsync).WithName("addExpense").WithSummary("Record an expense or a refund, and share it");
        var one = api.MapGroup("/expenses/{id:guid}").WithTags("Expenses");
        one.MapGet("", GetAsync).WithName("getExpense").WithSummary("One expense");
        one.MapPatch("", UpdateAsync).WithName("updateExpense").WithSummary("Change some fields of an expense");
        one.MapDelete("", DeleteAsync).WithName("deleteExpense").WithSummary("Delete an expense");
        one.MapGet("/history", HistoryAsync).WithName("getExpenseHistory").WithSummary("What was done to an expense, the latest first");
    }

    private static Task<Page<ExpenseDto>> ListAsync(
        Guid id, [AsParameters] PaidByQuery payer, [AsParameters] PageQuery page, ExpensesService expenses, CancellationToken cancellationToken) =>
        expenses.ListAsync(id, payer.ToPayer(), page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<ExpenseDto>> AddAsync(
        Guid id, IdempotentBody<ExpenseInput> body, ExpensesService expenses, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(expenses.AddAsync(id, body.Value, cancellationToken), Expenses);

    private static Task<RecordResult<ExpenseDto>> GetAsync(Guid id, ExpensesService expenses, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(expenses.GetAsync(id, cancellationToken));

    private static Task<RecordResult<ExpenseDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<ExpenseInput> patch, ExpensesService expenses, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => expenses.GetAsync(id, cancellationToken),
            (input, version) => expenses.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, ExpensesService expenses, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(expenses.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, ExpensesService expenses, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(expenses.HistoryAsync(id, cancellationToken));
}
