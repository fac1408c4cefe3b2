using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What periods budget for, and how it is shared. An edit shares what was recorded with the item again.</summary>
public sealed class BudgetItemsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>In the order in which they were added.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<BudgetItemDto>> ListAsync(Guid periodId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        return await repository.ItemsAsync(periodId, page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such budget item here.</exception>
    public async Task<BudgetItemDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new SharedCostsRepository(work), id, cancellationToken));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such budget item here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<BudgetItem>(id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    public async Task<BudgetItemDto> AddAsync(Guid periodId, BudgetItemInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        await new RecordRules(work, repository, current).RequireOpenAsync(periodId, cancellationToken);
        var item = new BudgetItem { Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, PeriodId = periodId, PaymentType = "" };
        await ApplyAsync(repository, item, input, cancellationToken);
        repository.Add(item);
        return await work.CommitAsync(() => DtoOf(item), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out takes its default.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such budget item here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<BudgetItemDto> UpdateAsync(Guid id, BudgetItemInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var item = await RequireAsync(repository, id, cancellationToken);
        await new RecordRules(work, repository, current).RequireEditableAsync(item, item.PeriodId, version, "budget item", cancellationToken);
        await ApplyAsync(repository, item, input, cancellationToken);
        await new AllocationWriter(repository, await current.CurrencyAsync(cancellationToken), time).RewriteAsync([item], cancellationToken);
        return await work.CommitAsync(() => DtoOf(item), cancellationToken);
    }

    /// <exception cref="NotFoundException">No such budget item here.</exception>
    /// <exception cref="ConflictException">
    /// The period is closed: <c>period.closed</c>. Or expenses or readings are of it: <c>budget-item.in-use</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var item = await RequireAsync(repository, id, cancellationToken);
        await new RecordRules(work, repository, current).RequireEditableAsync(item, item.PeriodId, version, "budget item", cancellationToken);
        await RequireUnusedAsync(repository, item, cancellationToken);
        repository.Remove(item);
        await work.CommitAsync(cancellationToken);
    }

    private async Task ApplyAsync(SharedCostsRepository repository, BudgetItem item, BudgetItemInput input, CancellationToken cancellationToken) =>
        await ApplyAsync(repository, item, input, await current.CurrencyAsync(cancellationToken), time, cancellationToken);

    internal static async Task ApplyAsync(
        SharedCostsRepository repository, BudgetItem item, BudgetItemInput input, Currency currency, TimeProvider time, CancellationToken cancellationToken)
    {
        var check = new Check();
        var type = check.Required(input.PaymentType, "paymentType", "a payment type", 60);
        check.Amount(input.BudgetedCost, "budgetedCost", currency);
        var period = await RecordRules.RequirePeriodAsync(repository, item.PeriodId, cancellationToken);
        await new PeriodSums(repository).CheckAsync(check, "budgetedCost", RecordedSum.Budget, period, item.BudgetedCost, input.BudgetedCost, cancellationToken);
        check.That(input.Strategy is { } strategy && Enum.IsDefined(strategy), "strategy", "Choose how it is shared.");
        check.That(input.UnitPrice is null or >= 0, "unitPrice", "Enter a price of 0 or more.");
        check.That(input.UnitPrice is null or <= 1_000_000, "unitPrice", "Enter a price of at most 1,000,000.");
        check.That(input.UnitPrice is null || decimal.Round(input.UnitPrice.Value, Money.Decimals) == input.UnitPrice, "unitPrice", "Use at most six decimals.");
        check.ThrowIfAny();
        item.PaymentType = await PaymentTypesService.UseAsync(repository, type, item.OrganizationId, time, cancellationToken);
        (item.BudgetedCost, item.Strategy, item.UnitPrice) = (input.BudgetedCost, input.Strategy!.Value, input.UnitPrice);
    }

    /// <exception cref="ConflictException">Expenses or readings are of it: <c>budget-item.in-use</c>.</exception>
    internal static async Task RequireUnusedAsync(SharedCostsRepository repository, BudgetItem item, CancellationToken cancellationToken)
    {
        if (await repository.ItemHasExpensesAsync(item.Id, cancellationToken) || (await repository.ReadingsOfItemsAsync([item.Id], cancellationToken)).Count > 0)
        {
            throw new ConflictException("budget-item.in-use", $"“{item.PaymentType}” has expenses or readings. Give those another item first, or delete them.");
        }
    }

    private static async Task<BudgetItem> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.ItemAsync(id, cancellationToken) ?? throw new NotFoundException("budget item");

    private static BudgetItemDto DtoOf(BudgetItem i) => new(i.Id, i.PeriodId, i.PaymentType, i.BudgetedCost, i.Strategy, i.UnitPrice, i.Version);
}
