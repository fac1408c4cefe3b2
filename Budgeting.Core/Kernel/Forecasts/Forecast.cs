namespace Budgeting.Core.Kernel;

/// <summary>How it is reckoned what is to come.</summary>
public enum ForecastMethod
{
    /// <summary>Each day like the average one.</summary>
    Linear,

    /// <summary>Each day like those of its weekday.</summary>
    Weekday,
}

/// <summary>What is expected to be used on days to come, reckoned from what was used on days before.</summary>
/// <param name="Method">The one that foretold the latest days best.</param>
/// <param name="Days">Of each day to come what is expected, 0 or more, today's first.</param>
/// <param name="Low">Less than this in all is expected once in ten times.</param>
/// <param name="High">More than this in all is expected once in ten times.</param>
public sealed record Forecast(ForecastMethod Method, IReadOnlyList<decimal> Days, decimal Low, decimal High)
{
    /// <summary>Days that say something about those to come: a quarter of a year, in whole weeks.</summary>
    public const int MostDays = 91;

    private const int LeastDays = 3;
    private const int Decimals = 6;

    // A weekday has to be seen twice before it can be compared, and some days to compare it on.
    private const int DaysForWeekdays = 21;
    private const int FirstOrigin = 14;
    private const int Origins = 28;

    // The pattern of a week needs a reason to be believed in.
    private const double BetterBy = 0.9;

    /// <summary>Σ of the days to come.</summary>
    public decimal Expected => Days.Sum();

    /// <summary>Reckons the days to come.</summary>
    /// <param name="used">What was used on each day that is over, without gaps, the last of them yesterday: today is the first to come; of more than <see cref="MostDays"/> the latest.</param>
    /// <param name="ahead">How many days are to come, 0 or more.</param>
    /// <returns><c>null</c> where that is too little to go by: fewer than three days, or fewer than three on which something was used.</returns>
    public static Forecast? Of(IReadOnlyList<decimal> used, int ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        double[] days = [.. used.Skip(used.Count - MostDays).Select(u => (double)u)];
        if (days.Length < LeastDays || days.Count(d => d != 0) < LeastDays)
        {
            return null;
        }

        var history = new UsageHistory(days);
        var method = FollowsWeekdays(history) ? ForecastMethod.Weekday : ForecastMethod.Linear;
        var rate = RateOf(method, history);
        var expected = Enumerable.Range(0, ahead).Select(day => Math.Max(0, rate.On(day))).ToList();
        var (low, high) = Spread.Of(expected.Sum(), rate.VarianceOf(ahead), rate.DegreesOfFreedom);
        return new Forecast(
            method,
            [.. expected.Select(Rounded)],
            Rounded(history.ChanceOfNone(ahead) > Spread.Tail ? 0 : low),
            Rounded(high));
    }

    /// <summary>On which day to come what is left is used up, if all comes as expected; <c>null</c>: on none of them.</summary>
    public int? DayOfExhaustion(decimal left)
    {
        for (var day = 0; day < Days.Count; day++)
        {
            left -= Days[day];
            if (left <= 0)
            {
                return day;
            }
        }

        return null;
    }

    // Each of the latest days foretold from those before it, by both.
    private static bool FollowsWeekdays(UsageHistory history)
    {
        if (history.Count < DaysForWeekdays)
        {
            return false;
        }

        var (linear, weekday) = (0.0, 0.0);
        for (var origin = Math.Max(FirstOrigin, history.Count - Origins); origin < history.Count; origin++)
        {
            var (before, actual) = (history.Before(origin), history[origin]);
            linear += Math.Pow(RateOf(ForecastMethod.Linear, before).On(0) - actual, 2);
            weekday += Math.Pow(RateOf(ForecastMethod.Weekday, before).On(0) - actual, 2);
        }

        return weekday < BetterBy * linear;
    }

    private static DailyRate RateOf(ForecastMethod method, UsageHistory history) =>
        method == ForecastMethod.Weekday ? DailyRate.OfWeekdays(history) : DailyRate.OfAnyDay(history);

    private static decimal Rounded(double amount) => Math.Round((decimal)amount, Decimals);
}
