namespace Budgeting.Core.Kernel;

/// <summary>How much is used a day, as far as days of the past tell, and how far the days were from it.</summary>
internal sealed class DailyRate
{
    private const int DaysPerWeek = UsageHistory.DaysPerWeek;

    // What the pattern of a week may be isn't known before there were two: the fewer days, the further they may be from it.
    private const int DaysToTrust = 14;
    private const double Distrust = 1.5;

    private readonly double[] _byWeekday;
    private readonly double[] _seen;
    private readonly double _variance;

    private DailyRate(double[] byWeekday, double[] seen, double variance, int degreesOfFreedom) =>
        (_byWeekday, _seen, _variance, DegreesOfFreedom) = (byWeekday, seen, variance, degreesOfFreedom);

    public int DegreesOfFreedom { get; }

    /// <summary>The same on each day: the mean since the level last changed.</summary>
    public static DailyRate OfAnyDay(UsageHistory history)
    {
        var level = history.From(history.LevelStart());
        var trust = history.Count < DaysToTrust ? 1 + (Distrust * (DaysToTrust - history.Count) / history.Count) : 1;
        return new DailyRate([level.Mean], [level.Count], trust * level.SquaredDeviations / (level.Count - 1), level.Count - 1);
    }

    /// <summary>Each weekday's own mean, since the level last changed if that is two weeks ago.</summary>
    public static DailyRate OfWeekdays(UsageHistory history)
    {
        var whole = WeekdayMeans(history).Means;
        var change = history.Less(day => whole[history.WeekdayOf(day)]).LevelStart();
        var level = history.Count - change >= DaysToTrust ? history.From(change) : history;
        var (means, seen) = WeekdayMeans(level);
        var rest = level.Less(day => means[level.WeekdayOf(day)]);
        var freedom = Math.Max(1, level.Count - DaysPerWeek);
        return new DailyRate(means, seen, rest.SquaredDeviations / freedom, freedom);
    }

    /// <summary>What is expected on a day to come, of which 0 is today.</summary>
    public double On(int day) => _byWeekday[day % _byWeekday.Length];

    /// <summary>
    /// The variance of what is used on so many days to come: that of the days, and of the means that they are expected by (the usual one of a
    /// prediction by means: σ² (h + Σ hᵢ² / nᵢ), with h days to come, hᵢ of them with the i-th mean, which nᵢ days made).
    /// </summary>
    public double VarianceOf(int ahead)
    {
        var ofMeans = 0.0;
        for (var i = 0; i < _byWeekday.Length; i++)
        {
            var days = (ahead / _byWeekday.Length) + (ahead % _byWeekday.Length > i ? 1 : 0);
            ofMeans += days * days / Math.Max(1, _seen[i]);
        }

        return _variance * (ahead + ofMeans);
    }

    private static (double[] Means, double[] Seen) WeekdayMeans(UsageHistory history)
    {
        var (sums, seen) = (new double[DaysPerWeek], new double[DaysPerWeek]);
        for (var day = 0; day < history.Count; day++)
        {
            sums[history.WeekdayOf(day)] += history[day];
            seen[history.WeekdayOf(day)]++;
        }

        return ([.. sums.Select((sum, i) => sum / Math.Max(1, seen[i]))], seen);
    }
}
