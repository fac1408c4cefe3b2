namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What the fund kept of the periods before one: <c>opening balances + contributions − what it paid − closing balances</c> of each, which is
/// what was charged less what wasn't shared. It isn't in any balance that is carried over, and is in the fund nevertheless.
/// </summary>
internal static class EarlierPeriods
{
    /// <summary>By period, in the order of their starts; without those of which nothing was kept.</summary>
    public static async Task<IReadOnlyList<NamedAmount>> ReadAsync(
        SharedCostsRepository repository, PeriodChain chain, Period period, CancellationToken cancellationToken)
    {
        var before = BeforeOf(chain, period).ToHashSet();
        if (before.Count == 0)
        {
            return [];
        }

        var spending = await repository.SpendingAsync(before.Select(p => p.Id).ToList(), cancellationToken);
        return chain.InOrder.Where(before.Contains).Select(p => new NamedAmount(p.Name, KeptOf(spending[p.Id]))).Where(p => p.Amount != 0).ToList();
    }

    /// <summary>What the fund holds by a period, as its balance sheet says.</summary>
    /// <param name="spending">That of all periods.</param>
    public static decimal FundMoneyOf(Period period, PeriodChain chain, ILookup<Guid, SpendingRow> spending) =>
        spending[period.Id].Sum(s => s.Cash) + BeforeOf(chain, period).Sum(p => KeptOf(spending[p.Id]));

    private static decimal KeptOf(IEnumerable<SpendingRow> spending) => spending.Sum(s => s.Kind == Spending.Closing ? -s.Amount : s.Cash);

    // Each closing goes on to one other period, so that none is found twice.
    private static IEnumerable<Period> BeforeOf(PeriodChain chain, Period period) =>
        chain.SourcesOf(period).SelectMany(source => BeforeOf(chain, source).Append(source));
}
