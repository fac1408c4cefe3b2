using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel.Windows;

/// <summary>Rules and windows as short as they can be written.</summary>
internal static class TestWindows
{
    public static readonly WindowRule Monthly = Rule(WindowPeriod.Monthly);

    public static WindowRule Rule(WindowPeriod period, string timeZone = "Etc/UTC", string start = "2000-01-01", string? end = null) =>
        new() { Period = period, TimeZone = timeZone, StartDate = Day(start), EndDate = end is null ? null : Day(end) };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day is its midnight in UTC.</summary>
    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static TimeWindow Window(string start, string? end) => new(Utc(start), end is null ? null : Utc(end));

    public static TimeWindow? At(this WindowRule rule, string instant) => new WindowCalendar(rule).At(Utc(instant));

    /// <summary>As many windows as there are, one after the other, from the one that an instant is in.</summary>
    public static IReadOnlyList<TimeWindow> From(this WindowRule rule, string instant, int most)
    {
        var calendar = new WindowCalendar(rule);
        var windows = new List<TimeWindow>();
        for (var window = calendar.At(Utc(instant)); window is { } one && windows.Count < most; window = calendar.After(one))
        {
            windows.Add(one);
        }

        return windows;
    }
}
