namespace Budgeting.Core.Kernel;

/// <summary>What was used day by day, the oldest first and the last one yesterday.</summary>
internal sealed class UsageHistory(ReadOnlyMemory<double> days)
{
    public const int DaysPerWeek = 7;

    // A change of level is told from chance by at least a week on either side, and by Schwarz's criterion with a penalty of two parameters on either side.
    private const int LeastAtALevel = 7;
    private const double Penalty = 4;

    public int Count => days.Length;

    public double this[int day] => days.Span[day];

    /// <summary>What was known on a day of the past.</summary>
    public UsageHistory Before(int day) => new(days[..day]);

    /// <summary>0–6: how many weekdays a day is behind that of today, if counted back from yesterday.</summary>
    public int WeekdayOf(int day) => (((day - Count) % DaysPerWeek) + DaysPerWeek) % DaysPerWeek;

    /// <summary>What was used beyond an amount for each day.</summary>
    public UsageHistory Less(Func<int, double> what) => new(Enumerable.Range(0, Count).Select(day => this[day] - what(day)).ToArray());

    public UsageHistory From(int day) => new(days[day..]);

    public double Mean => Sum(d => d) / Count;

    /// <summary>Σ of the squared distances from the mean.</summary>
    public double SquaredDeviations
    {
        get
        {
            var mean = Mean;
            return Sum(d => (d - mean) * (d - mean));
        }
    }

    /// <summary>How likely it is that nothing is used on so many days, if days are used as often as they were.</summary>
    public double ChanceOfNone(int ahead) => Math.Pow(Sum(d => d == 0 ? 1 : 0) / Count, ahead);

    /// <summary>
    /// The first day of the level that is still in force: where the days are told better by two means than by one, those before are of
    /// another time. Least squares, with Schwarz's criterion (1978) for whether the change is one.
    /// </summary>
    public int LevelStart()
    {
        var (start, rest) = (0, this);
        while (rest.ChangeOfLevel() is { } change)
        {
            start += change;
            rest = rest.From(change);
        }

        return start;
    }

    private int? ChangeOfLevel()
    {
        var whole = Count >= 2 * LeastAtALevel ? SquaredDeviations : 0;
        if (whole <= 0)
        {
            return null;
        }

        var (sum, squares) = (Sum(d => d), Sum(d => d * d));
        var (sumBefore, squaresBefore) = (0.0, 0.0);
        var (best, at) = (double.PositiveInfinity, 0);
        for (var day = 1; day <= Count - LeastAtALevel; day++)
        {
            (sumBefore, squaresBefore) = (sumBefore + this[day - 1], squaresBefore + (this[day - 1] * this[day - 1]));
            var parts = squaresBefore - (sumBefore * sumBefore / day) + (squares - squaresBefore) - ((sum - sumBefore) * (sum - sumBefore) / (Count - day));
            (best, at) = day >= LeastAtALevel && parts < best ? (parts, day) : (best, at);
        }

        return best <= 0 || Count * Math.Log(whole / best) > Penalty * Math.Log(Count) ? at : null;
    }

    private double Sum(Func<double, double> of)
    {
        var sum = 0.0;
        foreach (var day in days.Span)
        {
            sum += of(day);
        }

        return sum;
    }
}
