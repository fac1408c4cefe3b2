using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Ui;

/// <summary>The axis of a chart: from a round amount to a round amount, zero always among its lines.</summary>
/// <param name="Step">From one line to the next: 1, 2, 2.5 or 5 times a power of ten.</param>
public sealed record ChartScale(decimal Bottom, decimal Top, decimal Step)
{
    private const int MostSteps = 4;

    private static readonly decimal[] Round = [1, 2, 2.5m, 5];

    /// <summary>From the lowest to the highest.</summary>
    public IEnumerable<decimal> Lines
    {
        get
        {
            for (var line = Bottom; line <= Top; line += Step)
            {
                yield return line;
            }
        }
    }

    /// <summary>The finest that shows the bars in at most four steps, of amounts that the currency has.</summary>
    public static ChartScale Of(IEnumerable<ChartBar> bars, Currency currency)
    {
        var all = bars.ToList();
        var (least, most) = (all.Select(b => b.Bottom).Append(0).Min(), all.Select(b => b.Top).Append(0).Max());
        return Scales(least, most, Unit(currency)).First(s => (s.Top - s.Bottom) / s.Step <= MostSteps);
    }

    /// <summary>Where an amount is, in percent of the height.</summary>
    public decimal Place(decimal amount) => (amount - Bottom) / (Top - Bottom) * 100;

    private static decimal Unit(Currency currency) => new(1, 0, 0, isNegative: false, (byte)currency.MinorUnits);

    private static IEnumerable<ChartScale> Scales(decimal least, decimal most, decimal unit) =>
        from power in Powers(unit)
        from round in Round
        let step = round * power
        where step % unit == 0
        // Nothing but zeros still has a line above them.
        select new ChartScale(Math.Floor(least / step) * step, Math.Max(Math.Ceiling(most / step), least < 0 ? 0 : 1) * step, step);

    private static IEnumerable<decimal> Powers(decimal unit)
    {
        for (var power = unit; ; power *= 10)
        {
            yield return power;
        }
    }
}
