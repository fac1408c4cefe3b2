using System.Globalization;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>What is said of periods.</summary>
internal static class PeriodWords
{
    private const int MostNamed = 10;

    /// <summary>The properties that weren't read.</summary>
    public static string Names(MissingReadings missing) =>
        string.Join(", ", missing.Properties.Take(MostNamed).Select(p => p.Name)) + (missing.Properties.Count > MostNamed ? $" and {(missing.Properties.Count - MostNamed).ToString("N0", CultureInfo.CurrentCulture)} more" : null);

    public static string Days(PeriodDto period) => DateWords.Long(period.StartDate, period.EndDate);

    public static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    /// <summary>As a field of the browser's takes it.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Today, or the day of the period that is nearest.</summary>
    public static DateOnly DayIn(PeriodDto period, DateOnly today) =>
        today < period.StartDate ? period.StartDate : today > period.EndDate ? period.EndDate : today;

    /// <summary>What it means for the balances of a period that an earlier one is open.</summary>
    public static string OpenBefore(PeriodDto before) => before.ReopenReason is null
        ? $"{before.Name} isn't closed yet: what it comes to isn't in here."
        : $"{before.Name} is reopened: what was carried over from it may still change.";

    /// <summary>How a period of these days would lie among others: which it overlaps, and what days it would leave out.</summary>
    public static IEnumerable<string> Around(DateOnly start, DateOnly end, IReadOnlyList<PeriodDto> others)
    {
        var overlapped = others.Where(o => o.StartDate <= end && o.EndDate >= start).OrderBy(o => o.StartDate).Select(o => o.Name).ToList();
        if (overlapped.Count > 0)
        {
            yield return $"It overlaps {string.Join(", ", overlapped)}: what is recorded counts only in the period that it is recorded in, and neither opens with the balances of the other.";
        }

        var (before, after) = (others.Where(o => o.StartDate < start).MaxBy(o => o.EndDate), others.Where(o => o.EndDate > end).MinBy(o => o.StartDate));
        if (before is not null && Left(before.EndDate, start) is { } first)
        {
            yield return $"{first.Days} between {before.Name} and this one {first.Belong} to no period.";
        }

        if (after is not null && Left(end, after.StartDate) is { } last)
        {
            yield return $"{last.Days} between this one and {after.Name} {last.Belong} to no period.";
        }
    }

    public static string Strategy(AllocationStrategy strategy) => strategy switch
    {
        AllocationStrategy.Proportional => "By share",
        AllocationStrategy.FixedFee => "Equally",
        AllocationStrategy.UsageBased => "By consumption",
        _ => "Not shared",
    };

    /// <summary>What probably comes after the latest period: as many months, right behind it; at first, the year.</summary>
    public static PeriodInput Next(PeriodDto? latest, DateOnly today)
    {
        var start = latest?.EndDate.AddDays(1) ?? new DateOnly(today.Year, 1, 1);
        var months = latest is null ? 12 : Math.Max(1, MonthsOf(latest));
        var end = start.AddMonths(months).AddDays(-1);
        return new PeriodInput { Name = NameOf(start, months), StartDate = start, EndDate = end };
    }

    private static (string Days, string Belong)? Left(DateOnly end, DateOnly start) => (start.DayNumber - end.DayNumber - 1) switch
    {
        < 1 => null,
        1 => ("1 day", "belongs"),
        var days => ($"{days.ToString("N0", CultureInfo.CurrentCulture)} days", "belong"),
    };

    private static int MonthsOf(PeriodDto period)
    {
        var next = period.EndDate.AddDays(1);
        return ((next.Year - period.StartDate.Year) * 12) + next.Month - period.StartDate.Month;
    }

    private static string? NameOf(DateOnly start, int months) => (start, months) switch
    {
        ({ Day: 1, Month: 1 }, 12) => start.ToString("yyyy", CultureInfo.CurrentCulture),
        ({ Day: 1 }, 1) => start.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
        _ => null,
    };
}
