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

        var funds = await repository.FundAsync(before.Select(p => p.Id).ToList(), cancellationToken);
        return chain.InOrder.Where(before.Contains).Select(p => new NamedAmount(p.Name, funds.GetValueOrDefault(p.Id)?.Kept ?? 0)).Where(p => p.Amount != 0).ToList();
    }

    /// <summary>What the fund holds by each period, as its balance sheet says.</summary>
    public static async Task<Func<Period, decimal>> FundMoneyAsync(SharedCostsRepository repository, PeriodChain chain, CancellationToken cancellationToken)
    {
        var funds = await repository.FundAsync(chain.InOrder.Select(p => p.Id).ToList(), cancellationToken);
        return period => (funds.GetValueOrDefault(period.Id)?.Cash ?? 0) + BeforeOf(chain, period).Sum(p => funds.GetValueOrDefault(p.Id)?.Kept ?? 0);
    }

    // Each closing goes on to one other period, so that none is found twice.
    private static IEnumerable<Period> BeforeOf(PeriodChain chain, Period period) =>
        chain.SourcesOf(period).SelectMany(source => BeforeOf(chain, source).Append(source));
}
