using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>An amount, what it is, and where it comes from.</summary>
public sealed record AmountLine(string Text, string? Hint, decimal Amount);

/// <summary>A part of a balance, with its sign, and what it is made of.</summary>
public sealed record BalancePart(string Text, decimal Amount, IReadOnlyList<AmountLine> Lines);

/// <summary>
/// A balance as a sum that somebody can follow who never saw a balance sheet: its parts add up to it, and the lines of each part to the
/// part. On screen and on paper it reads the same.
/// </summary>
internal sealed class BalanceParts(Currency currency, DateOnly start, DateOnly end)
{
    /// <summary>The parts of a balance that there are.</summary>
    /// <param name="previous">The period that the opening comes from, if there is one.</param>
    public static IReadOnlyList<BalancePart> Of(BalanceExplanation balance, string? previous, Currency currency) =>
        new BalanceParts(currency, balance.Period.StartDate, balance.Period.EndDate)
            .Of(balance.Row, balance.Contributions, balance.Paid, balance.Allocated, balance.Charges, previous);

    /// <inheritdoc cref="Of(BalanceExplanation, string?, Currency)"/>
    public static IReadOnlyList<BalancePart> Of(StatementContent said) =>
        new BalanceParts(Currency.Of(said.Currency), said.StartDate, said.EndDate)
            .Of(said.Row, said.Contributions, said.Paid, said.Allocated, said.Charges, previous: null);

    /// <summary>What the fund holds.</summary>
    public static IReadOnlyList<BalancePart> OfFund(FundExplanation fund)
    {
        var names = fund.Sheet.Rows.ToDictionary(r => r.OwnerId, r => r.Name);
        IReadOnlyList<AmountLine> Moved(bool payout) => fund.Contributions.Where(c => c.Payout == payout)
            .Select(c => new AmountLine(names.GetValueOrDefault(c.OwnerId, "Somebody"), Joined(Day(c.Date), c.Comment), payout ? -c.Amount : c.Amount))
            .ToList();
        (string Text, IReadOnlyList<AmountLine> Lines)[] parts =
        [
            ("Balances carried over", fund.Sheet.Rows.Where(r => r.Opening != 0).Select(r => new AmountLine(r.Name, Hint: null, r.Opening)).ToList()),
            ("Earlier periods", Earlier(fund.Earlier)),
            ("Contributions", Moved(payout: false)),
            ("Paid out", Moved(payout: true)),
            ("Paid by the fund", Negative(Paid(fund.Expenses))),
        ];
        return parts.Where(p => p.Lines.Count > 0).Select(p => new BalancePart(p.Text, p.Lines.Sum(l => l.Amount), p.Lines)).ToList();
    }

    public static IReadOnlyList<AmountLine> Earlier(IEnumerable<NamedAmount> periods) =>
        periods.Select(p => new AmountLine(p.Name, p.Amount > 0 ? "charged, and in nobody's balance" : "not shared, and in nobody's balance", p.Amount)).ToList();

    public static IReadOnlyList<AmountLine> Contributions(IEnumerable<ContributionDto> contributions) => contributions
        .Select(c => new AmountLine(c.Payout ? "Paid out" : "Contribution", Joined(Day(c.Date), c.Comment), c.Payout ? -c.Amount : c.Amount))
        .ToList();

    public static IReadOnlyList<AmountLine> Paid(IEnumerable<ExpenseDto> expenses) => expenses
        .Select(e => new AmountLine(e.Refund ? $"{e.PaymentType}, got back" : e.PaymentType, Joined(Day(e.Date), e.Vendor, e.Description), e.Refund ? -e.Amount : e.Amount))
        .ToList();

    public static IReadOnlyList<AmountLine> Charges(IEnumerable<ChargeDto> charges) =>
        charges.Select(c => new AmountLine(c.Description, Day(c.Date), c.Amount)).ToList();

    /// <summary>Each share for itself: of which bill, by which weight, how much exactly, and which cent rounding gave or took.</summary>
    public IReadOnlyList<AmountLine> Shares(IEnumerable<AllocationDto> lines) => lines
        .OrderBy(l => l.Date ?? end)
        .ThenBy(l => l.PropertyName, StringComparer.CurrentCultureIgnoreCase)
        .Select(l => new AmountLine(Joined(l.PaymentType, l.Description), Joined(l.Date is { } date ? Day(date) : "by unit price", l.PropertyName, ShareOf(l), Money(l.SourceAmount) + " in all", ExactOf(l)), l.Amount))
        .ToList();

    private IReadOnlyList<BalancePart> Of(
        BalanceRow row,
        IReadOnlyList<ContributionDto> contributions,
        IReadOnlyList<ExpenseDto> paid,
        IReadOnlyList<AllocationDto> allocated,
        IReadOnlyList<ChargeDto> charges,
        string? previous)
    {
        BalancePart[] parts =
        [
            new(previous is null ? "Carried over" : $"Carried over from {previous}", row.Opening, []),
            new("Contributions", row.Contributions, Contributions(contributions)),
            new("Paid from own pocket", row.Paid, Paid(paid)),
            new("Share of costs", -row.Allocated, ByItem(allocated)),
            new("Charges", -row.Charges, Negative(Charges(charges))),
        ];
        return parts.Where(p => p.Amount != 0 || p.Lines.Count > 0).ToList();
    }

    // Bills that are shared alike are one line: it says how many there were.
    private IReadOnlyList<AmountLine> ByItem(IReadOnlyList<AllocationDto> lines) => lines
        .GroupBy(l => (l.BudgetItemId, l.PaymentType, l.PropertyId, l.IsTariff, l.Weight, l.Days, l.TotalWeight))
        .OrderBy(g => g.Key.PaymentType, StringComparer.CurrentCultureIgnoreCase)
        .ThenBy(g => g.First().PropertyName, StringComparer.CurrentCultureIgnoreCase)
        .Select(g => new AmountLine(
            $"{g.Key.PaymentType}: {ShareOf(g.First())}",
            Joined(
                $"{Money(g.Sum(l => l.Amount))} of {Money(g.Sum(l => l.SourceAmount))}",
                g.Key.IsTariff ? "by unit price" : g.Count() > 1 ? $"{g.Count().ToString("N0", CultureInfo.CurrentCulture)} bills" : null,
                g.First().PropertyName,
                RoundingOf(g.Sum(l => l.Adjustment))),
            -g.Sum(l => l.Amount)))
        .ToList();

    /// <summary>Such as “120 of 1,000 shares”; of a property that changed hands, with the days.</summary>
    private string ShareOf(AllocationDto line)
    {
        var days = end.DayNumber - start.DayNumber + 1;
        var (total, unit) = (line.TotalWeight / days, UnitOf(line.Strategy));
        if (decimal.Round(total, Amounts.Decimals) != total)
        {
            return $"{Number(line.Weight)} × {Number(line.Days)} days of {Number(line.TotalWeight)} {unit} × days";
        }

        var share = $"{Number(line.Weight)} of {Number(total)} {unit}";
        return line.Days == days ? share : $"{share}, for {Number(line.Days)} of {Number(days)} days";
    }

    private string ExactOf(AllocationDto line)
    {
        var decimals = Number(line.ExactAmount);
        var exact = $"exactly {decimals}{(IsCutOff(line) ? "…" : "")}";
        return line.Adjustment == 0 ? exact : $"{exact}, {RoundingOf(line.Adjustment)}";
    }

    // The fraction ends within six decimals only if its denominator divides a million.
    private static bool IsCutOff(AllocationDto line) =>
        line.Exact.Contains('/', StringComparison.Ordinal) && 1_000_000 % System.Numerics.BigInteger.Parse(line.Exact.Split('/')[1], CultureInfo.InvariantCulture) != 0;

    private string? RoundingOf(decimal adjustment) => adjustment switch
    {
        > 0 => $"{Money(adjustment)} more so that all shares add up",
        < 0 => $"{Money(-adjustment)} less so that all shares add up",
        _ => null,
    };

    private static string UnitOf(AllocationStrategy strategy) => strategy switch
    {
        AllocationStrategy.FixedFee => "properties",
        AllocationStrategy.UsageBased => "used",
        _ => "shares",
    };

    private static IReadOnlyList<AmountLine> Negative(IEnumerable<AmountLine> lines) => lines.Select(l => l with { Amount = -l.Amount }).ToList();

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Day(DateOnly date) => date.ToString("d", CultureInfo.CurrentCulture);

    private static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.CurrentCulture);

    private string Money(decimal amount) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);
}
