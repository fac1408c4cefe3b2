using Budgeting.Core.Kernel;
using NodaTime;

namespace Budgeting.Tests.Kernel.Windows;

/// <summary>Rules of every period in a time zone, each around a change of its clocks if it has any.</summary>
internal static class GeneratedRules
{
    private static readonly WindowPeriod[] Periods = Enum.GetValues<WindowPeriod>();
    private static readonly Instant First = Instant.FromUtc(1902, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2040, 1, 1, 0, 0);

    public static IEnumerable<WindowRule> Of(string timeZone, Random random)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var changes = zone.GetZoneIntervals(First, Last).Skip(1).Select(i => i.Start).DefaultIfEmpty(First).ToList();
        // What is hard comes seldom: clocks that show another date than the moment before.
        var ofDates = changes.Where(c => DateAt(c, zone) != DateAt(c - Duration.Epsilon, zone)).DefaultIfEmpty(First).ToList();
        return Periods.SelectMany(period => new[] { changes, ofDates }.Select(some => Around(some[random.Next(some.Count)], period, timeZone, random)));
    }

    private static WindowRule Around(Instant change, WindowPeriod period, string timeZone, Random random)
    {
        var days = period switch
        {
            WindowPeriod.Weekly => 30,
            WindowPeriod.Monthly => 70,
            WindowPeriod.Quarterly => 150,
            WindowPeriod.Yearly => 400,
            _ => 10,
        };
        var day = DateOnly.FromDateTime(change.ToDateTimeUtc());
        return new()
        {
            Period = period,
            TimeZone = timeZone,
            StartDate = day.AddDays(-random.Next(days)),
            EndDate = day.AddDays(random.Next(days)),
            WeekStart = (DayOfWeek)random.Next(7),
            AnchorDay = random.Next(3) == 0 ? random.Next(1, 32) : random.Next(28, 32),
            FiscalStartMonth = random.Next(1, 13),
        };
    }

    private static LocalDate DateAt(Instant instant, DateTimeZone zone) => instant.InZone(zone).Date;
}
