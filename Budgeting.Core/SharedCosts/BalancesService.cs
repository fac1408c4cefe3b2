using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Kernel.Organizations;
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

    /// <summary>The same for a live page, which shares the read with others.</summary>
    /// <inheritdoc cref="SheetAsync"/>
    public Task<BalanceSheet> SharedSheetAsync(Guid periodId, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadSharedSheetAsync, periodId, cancellationToken);

    /// <summary>An owner's balance with every line it is made of.</summary>
    /// <exception cref="NotFoundException">No such period or owner here.</exception>
    public async Task<BalanceExplanation> ExplainAsync(Guid periodId, Guid ownerId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        return await BalanceExplainer.ExplainAsync(
            new SharedCostsRepository(work), periodId, ownerId, await current.CurrencyAsync(cancellationToken), cancellationToken);
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
        return page.ToPage(await BalanceExplainer.DtosOfAsync(repository, periodId, lines, currency, cancellationToken), l => l.Id);
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
        var period = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        var chain = new PeriodChain(await repository.PeriodsAsync(cancellationToken));
        return await SheetReader.ReadAsync(repository, period, chain.IsStale(period), cancellationToken);
    }

    private static Task<BalanceSheet> ReadSharedSheetAsync(UnitOfWork work, OrganizationCard organization, Guid periodId, CancellationToken cancellationToken) =>
        ReadSheetAsync(work, periodId, cancellationToken);
}
