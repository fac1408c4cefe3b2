namespace Budgeting.Core.Kernel;

/// <summary>The weeks, months, quarters and years of a rule, as days: from the first one to the one after the last.</summary>
internal static class CalendarPeriods
{
    private const int DaysPerWeek = 7;
    private const int MonthsPerQuarter = 3;
    private const int MonthsPerYear = 12;

    public static (DateOnly From, DateOnly To) Around(DateOnly day, WindowRule rule) => rule.Period switch
    {
        WindowPeriod.Daily => (day, day.AddDays(1)),
        WindowPeriod.Weekly => Week(day, rule.WeekStart),
        WindowPeriod.Monthly => Months(day, rule, 1),
        WindowPeriod.Quarterly => Months(day, rule, MonthsPerQuarter),
        WindowPeriod.Yearly => Months(day, rule, MonthsPerYear),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Period, "It doesn't come again."),
    };

    private static (DateOnly From, DateOnly To) Week(DateOnly day, DayOfWeek start)
    {
        var from = day.AddDays(-((day.DayOfWeek - start + DaysPerWeek) % DaysPerWeek));
        return (from, from.AddDays(DaysPerWeek));
    }

    private static (DateOnly From, DateOnly To) Months(DateOnly day, WindowRule rule, int length)
    {
        // Months since the year 0.
        var month = (day.Year * MonthsPerYear) + day.Month - 1;
        var first = month - ((month - (rule.FiscalStartMonth - 1) + MonthsPerYear) % length);
        if (day < Anchor(first, rule.AnchorDay))
        {
            first -= length;
        }

        return (Anchor(first, rule.AnchorDay), Anchor(first + length, rule.AnchorDay));
    }

    // Always from the rule's own day: one that was clamped in February must not stay so in March.
    private static DateOnly Anchor(int month, int day)
    {
        var (year, index) = Math.DivRem(month, MonthsPerYear);
        return new(year, index + 1, Math.Min(day, DateTime.DaysInMonth(year, index + 1)));
    }
}
