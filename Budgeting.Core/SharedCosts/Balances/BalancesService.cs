using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Who owes whom, and why.</summary>
public sealed class BalancesService(UnitOfWorkFactory units, CurrentMember current)
{
    /// <summary>The balances of a period as they are now, or as they were closed.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="ConflictException">They don't add up: <c>balance-sheet.wrong</c>.</exception>
    public async Task<BalanceSheet> SheetAsync(Guid periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        return await ReadSheetAsync(work, periodId, cancellationToken);
    }

    /// <summary>The same for a live page, with everything that it shows.</summary>
    /// <inheritdoc cref="SheetAsync"/>
    public Task<BalanceSheetPage> SheetPageAsync(Guid periodId, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadSheetPageAsync, periodId, cancellationToken);

    /// <summary>The sheet as a file for spreadsheets.</summary>
    /// <inheritdoc cref="SheetAsync"/>
    public async Task<CsvFile> ExportAsync(Guid periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var sheet = await ReadSheetAsync(work, periodId, cancellationToken);
        var period = await RecordRules.RequirePeriodAsync(new SharedCostsRepository(work), periodId, cancellationToken);
        return BalanceSheetCsv.Write(period.Name, sheet, await current.CurrencyAsync(cancellationToken));
    }

    /// <summary>An owner's balance with every line it is made of.</summary>
    /// <exception cref="NotFoundException">No such period or owner here.</exception>
    public async Task<BalanceExplanation> ExplainAsync(Guid periodId, Guid ownerId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        return await ReadExplanationAsync(work, periodId, ownerId, await current.CurrencyAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The same for a live page, which shares the read with others.</summary>
    /// <inheritdoc cref="ExplainAsync"/>
    public Task<BalanceExplanation> SharedExplainAsync(Guid periodId, Guid ownerId, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadExplanationAsync, (periodId, ownerId), cancellationToken);

    /// <summary>What the community's own figures of a sheet are made of, for a live page.</summary>
    /// <inheritdoc cref="SheetAsync"/>
    public Task<FundExplanation> FundAsync(Guid periodId, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadFundAsync, periodId, cancellationToken);

    /// <summary>A live page about one owner's balance, for them or for whoever looks after it. Owners' accounts are on it for these alone.</summary>
    /// <param name="periodId">Which; <c>null</c>: the latest that has begun.</param>
    /// <param name="ownerId">Whose; <c>null</c>: that of who acts, if they are an owner.</param>
    /// <param name="today">By it is told what has begun.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NotFoundException">No such period or owner here.</exception>
    public async Task<OwnerBalancePage> OwnerPageAsync(Guid? periodId, Guid? ownerId, DateOnly today, CancellationToken cancellationToken)
    {
        var reader = await AccountReader.OfAsync(current, cancellationToken);
        return await units.ReadSharedAsync(OwnerBalances.ReadAsync, new OwnerBalanceQuery(reader, periodId, ownerId, today), cancellationToken);
    }

    /// <summary>Each share of what is allocated in a period, in the order in which they were made.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<AllocationDto>> AllocationsAsync(Guid periodId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        var lines = await repository.LinesAsync(periodId, ownerId: null, page.After, page.Limit + 1, cancellationToken);
        var currency = await current.CurrencyAsync(cancellationToken);
        return page.ToPage(await AllocationExplainer.DtosOfAsync(repository, periodId, lines, currency, cancellationToken), l => l.Id);
    }

    /// <summary>The owners that who acts is: their own balances are those of these.</summary>
    public async Task<IReadOnlyList<Guid>> OwnAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var owners = await new SharedCostsRepository(work).OwnerCardsAsync(cancellationToken);
        return owners.Where(o => o.MemberId is not null && o.MemberId == current.MemberId).Select(o => o.Id).ToList();
    }

    internal static async Task<BalanceSheet> ReadSheetAsync(UnitOfWork work, Guid periodId, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        return await BalanceSheetReader.ReadAsync(repository, chain, chain.Require(periodId), cancellationToken);
    }

    private static Task<BalanceExplanation> ReadExplanationAsync(
        UnitOfWork work, OrganizationCard organization, (Guid PeriodId, Guid OwnerId) query, CancellationToken cancellationToken) =>
        ReadExplanationAsync(work, query.PeriodId, query.OwnerId, organization.Currency, cancellationToken);

    private static async Task<BalanceExplanation> ReadExplanationAsync(
        UnitOfWork work, Guid periodId, Guid ownerId, Currency currency, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var period = chain.Require(periodId);
        var sheet = await BalanceSheetReader.ReadAsync(repository, chain, period, cancellationToken);
        return await BalanceExplainer.ExplainAsync(repository, chain.DtoOf(period), sheet, ownerId, currency, cancellationToken);
    }

    private static async Task<FundExplanation> ReadFundAsync(UnitOfWork work, OrganizationCard organization, Guid periodId, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var period = chain.Require(periodId);
        return new FundExplanation(
            await BalanceSheetReader.ReadAsync(repository, chain, period, cancellationToken),
            organization.Currency,
            await repository.ByDayAsync(ContributionRecords.Projection, c => c.PeriodId == periodId, cancellationToken),
            await repository.ByDayAsync(ExpenseRecords.Projection, e => e.PeriodId == periodId && e.PaidByOwnerId == null, cancellationToken),
            await repository.NotSharedAsync(periodId, cancellationToken),
            await repository.TariffsAsync(periodId, cancellationToken),
            await EarlierPeriods.ReadAsync(repository, chain, period, cancellationToken));
    }

    private static async Task<BalanceSheetPage> ReadSheetPageAsync(UnitOfWork work, OrganizationCard organization, Guid periodId, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var sheet = await ReadSheetAsync(work, periodId, cancellationToken);
        var period = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        var places = sheet.Rows.Index().ToDictionary(r => r.Item.OwnerId, r => r.Index);
        var statements = await StatementValidity.HistoriesAsync(repository, period, ownerId: null, cancellationToken);
        return new BalanceSheetPage(
            sheet,
            organization.Currency,
            statements.OrderBy(s => places.GetValueOrDefault(s.Current.OwnerId, int.MaxValue)).ToList(),
            await repository.FundAccountAsync(cancellationToken) is not null);
    }
}
