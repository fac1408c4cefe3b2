using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What periods budget for, and how it is shared.</summary>
internal sealed class BudgetItemRecords(PeriodContext period) : PeriodRecords<BudgetItem, BudgetItemInput, BudgetItemDto>(period)
{
    public static Expression<Func<BudgetItem, BudgetItemDto>> Projection { get; } =
        i => new BudgetItemDto(i.Id, i.PeriodId, i.PaymentType, i.BudgetedCost, i.Strategy, i.UnitPrice, i.Version);

    protected override string Noun => "budget item";

    protected override Role LeastRole => Role.Admin;

    protected override Expression<Func<BudgetItem, BudgetItemDto>> Dto => Projection;

    /// <summary>By payment type: there are few.</summary>
    public static async Task<ListedRows<BudgetItemDto>> LatestAsync(
        SharedCostsRepository repository, Currency currency, RecordQuery query, CancellationToken cancellationToken)
    {
        var items = await repository.ItemsByTypeAsync(query.PeriodId, cancellationToken);
        return new ListedRows<BudgetItemDto>([.. items.Skip(query.Skip).Take(query.Take)], items.Count, items.Sum(i => i.BudgetedCost));
    }

    public override BudgetItem New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = Work.OrganizationId, PeriodId = parentId, PaymentType = "" };

    public override async Task WriteAsync(BudgetItem row, BudgetItemInput input, CancellationToken cancellationToken)
    {
        var (period, check, cost) = (await PeriodOfAsync(row, cancellationToken), new Check(), input.BudgetedCost ?? 0);
        var type = PaymentType.NameOf(check, input.PaymentType, "paymentType", "a payment type");
        check.Amount(cost, "budgetedCost", Period.Currency);
        await new PeriodSums(Repository).CheckAsync(check, "budgetedCost", RecordedSum.Budget, period, row.BudgetedCost, cost, cancellationToken);
        check.That(input.Strategy is { } strategy && Enum.IsDefined(strategy), "strategy", "Choose how it is shared.");
        check.That(input.UnitPrice is null or >= 0, "unitPrice", "Enter a price of 0 or more.");
        check.That(input.UnitPrice is null or <= 1_000_000, "unitPrice", "Enter a price of at most 1,000,000.");
        check.That(input.UnitPrice is null || decimal.Round(input.UnitPrice.Value, Amounts.Decimals) == input.UnitPrice, "unitPrice", "Use at most six decimals.");
        check.ThrowIfAny();
        row.PaymentType = await PaymentTypesService.UseAsync(Repository, type, row.OrganizationId, Period.Time, cancellationToken);
        (row.BudgetedCost, row.Strategy, row.UnitPrice) = (cost, input.Strategy!.Value, input.UnitPrice);
    }

    protected override Task TouchAsync(BudgetItem row, CancellationToken cancellationToken)
    {
        Period.Touch(row.Id);
        return Task.CompletedTask;
    }

    // Nothing is of it yet.
    protected override Task AddedAsync(BudgetItem row, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="ConflictException">Expenses or readings are of it: <c>budget-item.in-use</c>.</exception>
    protected override async Task RemovingAsync(BudgetItem row, CancellationToken cancellationToken)
    {
        if (await Repository.ItemHasExpensesAsync(row.Id, cancellationToken) || (await Repository.ReadingsOfItemsAsync([row.Id], cancellationToken)).Count > 0)
        {
            throw new ConflictException("budget-item.in-use", $"“{row.PaymentType}” has expenses or readings. Give those another item first, or delete them.");
        }
    }
}
