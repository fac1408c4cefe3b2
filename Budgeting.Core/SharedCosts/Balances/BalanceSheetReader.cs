using Budgeting.Core.Kernel.Errors;
using static Budgeting.Core.SharedCosts.SharedCostsRepository;

namespace Budgeting.Core.SharedCosts;

/// <summary>Makes balance sheets of sums, and none that doesn't add up.</summary>
internal static class BalanceSheetReader
{
    /// <exception cref="ConflictException">It doesn't add up: <c>balance-sheet.wrong</c>. The data were changed by something else.</exception>
    public static async Task<BalanceSheet> ReadAsync(
        SharedCostsRepository repository, PeriodChain chain, Period period, CancellationToken cancellationToken)
    {
        var earlier = await EarlierPeriods.ReadAsync(repository, chain, period, cancellationToken);
        var figures = await repository.FiguresAsync(period.Id, cancellationToken);
        var owners = await repository.OwnerCardsAsync(cancellationToken);
        return Of(period, chain.IsStale(period), figures, owners, earlier.Sum(p => p.Amount));
    }

    private static BalanceSheet Of(
        Period period, bool stale, IReadOnlyList<FigureRow> figures, IReadOnlyList<OwnerCard> owners, decimal earlier)
    {
        var byOwner = figures.Where(f => f.OwnerId is not null).ToLookup(f => f.OwnerId!.Value);
        var rows = owners
            .Where(o => byOwner.Contains(o.Id) || (o.Active && !period.Frozen))
            .Select(o => RowOf(o, byOwner[o.Id].ToList()))
            .ToList();
        var spentByFund = Sum(figures.Where(f => f.OwnerId is null), Figure.Expenses);
        var tariffs = figures.Where(f => f.Kind == Figure.Allocated && f.Flag).Sum(f => f.Amount);
        var fundCash = Sum(figures, Figure.Opening) + Sum(figures, Figure.Contributions) - spentByFund;
        var sheet = new BalanceSheet(
            period.Id,
            period.Status,
            stale,
            rows,
            new BalanceTotals(
                rows.Sum(r => r.Opening), rows.Sum(r => r.Contributions), rows.Sum(r => r.Paid), rows.Sum(r => r.Allocated), rows.Sum(r => r.Charges), rows.Sum(r => r.Balance)),
            fundCash,
            fundCash + earlier,
            Sum(figures, Figure.LeftToFund) + Sum(figures, Figure.NotSharedYet),
            period.Status == PeriodStatus.Open && figures.Any(f => f.Kind == Figure.NotSharedYet) ? Sum(figures, Figure.NotSharedYet) : null,
            tariffs);
        return sheet.AddsUp
            ? sheet
            : throw new ConflictException("balance-sheet.wrong", "The balances of this period don't add up: something besides this program changed the data. Nothing is shown.");
    }

    private static BalanceRow RowOf(OwnerCard owner, IReadOnlyList<FigureRow> figures)
    {
        var (opening, contributions, paid) = (Sum(figures, Figure.Opening), Sum(figures, Figure.Contributions), Sum(figures, Figure.Expenses));
        var (allocated, charges) = (Sum(figures, Figure.Allocated), Sum(figures, Figure.Charges));
        return new BalanceRow(owner.Id, owner.Name, opening, contributions, paid, allocated, charges, opening + contributions + paid - allocated - charges);
    }

    // What was paid out, or got back, counts with the opposite sign.
    private static decimal Sum(IEnumerable<FigureRow> figures, Figure kind) => figures
        .Where(f => f.Kind == kind)
        .Sum(f => f.Flag && kind != Figure.Allocated ? -f.Amount : f.Amount);
}
