using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What live pages list of a period; all who look at the same wait for one read.</summary>
public sealed class RecordListsService(UnitOfWorkFactory units)
{
    /// <summary>Each with what its owner had paid until then.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<RecordList<ContributionDto>> ContributionsAsync(RecordQuery query, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadContributionsAsync, query, cancellationToken);

    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<RecordList<ExpenseDto>> ExpensesAsync(RecordQuery query, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadExpensesAsync, query, cancellationToken);

    /// <summary>By payment type.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<RecordList<BudgetItemDto>> ItemsAsync(RecordQuery query, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadItemsAsync, query, cancellationToken);

    /// <summary>The last one that was added first.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<RecordList<ReadingDto>> ReadingsAsync(RecordQuery query, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadReadingsAsync, query, cancellationToken);

    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<RecordList<ChargeDto>> ChargesAsync(RecordQuery query, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadChargesAsync, query, cancellationToken);

    private static async Task<RecordList<ContributionDto>> ReadContributionsAsync(
        UnitOfWork work, OrganizationCard organization, RecordQuery query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var rows = await repository.LatestContributionsAsync(query, cancellationToken);
        return await ListAsync(repository, organization, query, rows, await repository.ContributionSumAsync(query.PeriodId, cancellationToken), cancellationToken);
    }

    private static async Task<RecordList<ExpenseDto>> ReadExpensesAsync(
        UnitOfWork work, OrganizationCard organization, RecordQuery query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var rows = await repository.LatestExpensesAsync(query, cancellationToken);
        return await ListAsync(repository, organization, query, rows, await repository.ExpenseSumAsync(query.PeriodId, cancellationToken), cancellationToken);
    }

    private static async Task<RecordList<BudgetItemDto>> ReadItemsAsync(
        UnitOfWork work, OrganizationCard organization, RecordQuery query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var items = await repository.ItemsByTypeAsync(query.PeriodId, cancellationToken);
        var sum = new RecordSum(items.Count, items.Sum(i => i.BudgetedCost));
        return await ListAsync(repository, organization, query, items.Skip(query.Skip).Take(query.Take).ToList(), sum, cancellationToken);
    }

    private static async Task<RecordList<ReadingDto>> ReadReadingsAsync(
        UnitOfWork work, OrganizationCard organization, RecordQuery query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var readings = await repository.LatestReadingsAsync(query, cancellationToken);
        var rows = await ReadingRecords.DtosOfAsync(repository, readings, organization.Currency, cancellationToken);
        var sum = new RecordSum(await repository.ReadingCountAsync(query.PeriodId, cancellationToken), Total: null);
        return await ListAsync(repository, organization, query, rows, sum, cancellationToken);
    }

    private static async Task<RecordList<ChargeDto>> ReadChargesAsync(
        UnitOfWork work, OrganizationCard organization, RecordQuery query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var rows = await repository.LatestChargesAsync(query, cancellationToken);
        return await ListAsync(repository, organization, query, rows, await repository.ChargeSumAsync(query.PeriodId, cancellationToken), cancellationToken);
    }

    private static async Task<RecordList<T>> ListAsync<T>(
        SharedCostsRepository repository, OrganizationCard organization, RecordQuery query, IReadOnlyList<T> rows, RecordSum sum, CancellationToken cancellationToken)
    {
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var period = chain.Require(query.PeriodId);
        var names = new RecordNames(
            await repository.OwnersAsync(cancellationToken),
            await repository.PropertiesAsync(cancellationToken),
            await repository.ItemsByTypeAsync(query.PeriodId, cancellationToken),
            PaymentTypesService.NamesOf(await repository.PaymentTypesAsync(cancellationToken)));
        return new RecordList<T>(chain.DtoOf(period), organization.Currency, rows, sum.Count, sum.Total, names);
    }
}
