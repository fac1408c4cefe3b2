using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>What is recorded in a period.</summary>
internal static class PeriodRecordsEndpoints
{
    public static void MapPeriodRecords(this IEndpointRouteBuilder api)
    {
        api.MapRecords<ContributionsService, ContributionInput, ContributionDto>(new("contribution", "contributions")
        {
            Parent = "periods",
            ListSummary = "What owners contributed in a period by date, each with the sum of its owner until then",
            AddSummary = "Record a contribution",
            List = ListContributionsAsync,
            ListMetadata = [ContributorQuery.Schema],
        });
        api.MapRecords<ExpensesService, ExpenseInput, ExpenseDto>(new("expense", "expenses")
        {
            Parent = "periods",
            ListSummary = "What was spent in a period, by date",
            AddSummary = "Record an expense or a refund, and share it",
            List = ListExpensesAsync,
            ListMetadata = [PaidByQuery.Schema],
        });
        api.MapRecords<BudgetItemsService, BudgetItemInput, BudgetItemDto>(new("budget item", "budget items")
        {
            Parent = "periods",
            ListSummary = "What a period budgets for, in the order in which it was added",
            AddSummary = "Budget for something, and say how it is shared",
        });
        api.MapRecords<ReadingsService, ReadingInput, ReadingDto>(new("reading", "readings")
        {
            Parent = "periods",
            ListSummary = "What meters showed in a period, each with what its property bears",
            AddSummary = "Record what a meter showed",
            IsDerived = true,
        });
        api.MapRecords<ChargesService, ChargeInput, ChargeDto>(new("charge", "charges")
        {
            Parent = "periods",
            ListSummary = "What owners are charged for alone in a period, by date",
            AddSummary = "Charge an owner for something",
        });
    }

    private static Task<Page<ContributionDto>> ListContributionsAsync(
        Guid id, [AsParameters] ContributorQuery whose, [AsParameters] PageQuery page, ContributionsService contributions, CancellationToken cancellationToken) =>
        contributions.ListAsync(id, whose.ToOwnerId(), page.ToRequest(), cancellationToken);

    private static Task<Page<ExpenseDto>> ListExpensesAsync(
        Guid id, [AsParameters] PaidByQuery payer, [AsParameters] PageQuery page, ExpensesService expenses, CancellationToken cancellationToken) =>
        expenses.ListAsync(id, payer.ToPayer(), page.ToRequest(), cancellationToken);
}
