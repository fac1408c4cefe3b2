using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>A period's page: its meter in all and by payment type, what was paid in, and what blocks closing.</summary>
/// <param name="ByPaymentType">By name.</param>
/// <param name="ByMonth">Those in which something was paid or spent, in their order.</param>
/// <param name="Items">What an unallocated expense can be given, by payment type.</param>
/// <param name="Next">Of a closed period: the one that its balances went on to.</param>
/// <param name="HasStatements">Whether owners were told what it came to.</param>
/// <param name="OutdatedStatements">How many owners were told other figures than those that the period is closed with.</param>
public sealed record PeriodPage(
    PeriodSummary Summary,
    IReadOnlyList<PaymentTypeSpending> ByPaymentType,
    IReadOnlyList<MonthFigures> ByMonth,
    ClosingCheck Closing,
    IReadOnlyList<BudgetItemDto> Items,
    PeriodDto? Next,
    bool HasStatements,
    int OutdatedStatements);

/// <summary>What was paid in and spent in a month of a period, less what was paid out and got back.</summary>
/// <param name="Month">Its first day.</param>
public sealed record MonthFigures(DateOnly Month, decimal Contributions, decimal Expenses);

/// <summary>What was budgeted and spent for a payment type.</summary>
public sealed record PaymentTypeSpending(string PaymentType, Meter Meter);

/// <summary>What was spent in periods, against their budgets.</summary>
internal static class PeriodOverview
{
    public static async Task<IReadOnlyList<PeriodSummary>> ReadAllAsync(
        UnitOfWork work, OrganizationCard organization, bool latestFirst, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var spending = await repository.SpendingAsync(chain.Ids, cancellationToken);
        var ordered = latestFirst ? chain.InOrder.Reverse() : chain.InOrder;
        return ordered.Select(p => SummaryOf(chain, p, organization.Currency, spending)).ToList();
    }

    /// <exception cref="NotFoundException">No such period here.</exception>
    public static async Task<PeriodPage> ReadAsync(UnitOfWork work, OrganizationCard organization, Guid id, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var period = chain.Require(id);
        var spending = await repository.SpendingAsync(chain.Ids, cancellationToken);
        var next = period.Status == PeriodStatus.Closed ? chain.NextOf(period) : null;
        var statements = await StatementValidity.ReadAsync(repository, period, ownerId: null, cancellationToken);
        return new PeriodPage(
            SummaryOf(chain, period, organization.Currency, spending),
            spending[id].Where(s => s.PaymentType.Length > 0)
                .GroupBy(s => s.PaymentType, StringComparer.OrdinalIgnoreCase)
                .OrderBy(g => g.Key, StringComparer.CurrentCultureIgnoreCase)
                .Select(g => new PaymentTypeSpending(g.Key, MeterOf(organization.Currency, [.. g])))
                .ToList(),
            await repository.MonthsAsync(id, cancellationToken),
            await ClosingService.CheckAsync(repository, chain, period, cancellationToken),
            await repository.ItemsByTypeAsync(id, cancellationToken),
            next is null ? null : chain.DtoOf(next),
            statements.Count > 0,
            statements.Count(s => s.Outdated));
    }

    private static PeriodSummary SummaryOf(PeriodChain chain, Period period, Currency currency, ILookup<Guid, SpendingRow> spending)
    {
        var own = spending[period.Id].ToList();
        return new PeriodSummary(
            chain.DtoOf(period), MeterOf(currency, own), Sum(own, Spending.PaidIn) - Sum(own, Spending.PaidOut), Spent(own), EarlierPeriods.FundMoneyOf(period, chain, spending));
    }

    private static Meter MeterOf(Currency currency, IReadOnlyList<SpendingRow> spending) => Meter.Of(
        currency,
        spending.Any(s => s.Kind == Spending.Budgeted) ? Sum(spending, Spending.Budgeted) : null,
        [new MeterSegment("spent", "Spent", Spent(spending), MeterTone.Spent)]);

    private static decimal Spent(IReadOnlyList<SpendingRow> spending) => Sum(spending, Spending.Spent) - Sum(spending, Spending.GotBack);

    private static decimal Sum(IEnumerable<SpendingRow> spending, Spending kind) => spending.Where(s => s.Kind == kind).Sum(s => s.Amount);
}
