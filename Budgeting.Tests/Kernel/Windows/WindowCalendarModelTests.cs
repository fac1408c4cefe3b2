using Budgeting.Core.Kernel;
using NodaTime;
using Xunit.Abstractions;

namespace Budgeting.Tests.Kernel.Windows;

/// <summary>Rules of any kind in every time zone there is, against <see cref="WindowModel"/>.</summary>
public sealed class WindowCalendarModelTests(ITestOutputHelper output)
{
    [Fact]
    public void AnyRule_InEveryTimeZone_HasTheWindowsOfTheModel()
    {
        // Another one for each day of the year, so that a failure can be had again.
        var seed = TimeProvider.System.GetUtcNow().DayOfYear;
        var random = new Random(seed);
        output.WriteLine($"Seed {seed}");
        foreach (var rule in DateTimeZoneProviders.Tzdb.Ids.SelectMany(zone => GeneratedRules.Of(zone, random)))
        {
            Mistake(rule, random).Should().BeNull("of seed {0}, {1}", seed, rule);
        }
    }

    private static string? Mistake(WindowRule rule, Random random)
    {
        var calendar = new WindowCalendar(rule);
        var model = new WindowModel(rule).Windows;
        return model
            .SelectMany(window => Within(window, random).Select(instant => Differs($"At {instant:o}", calendar.At(instant), window)))
            .Concat(model.Zip(model.Skip(1)).SelectMany(pair => Neighbours(calendar, pair.First, pair.Second)))
            .Concat(model.Take(1).Select(first => Differs($"Before the first", calendar.Before(first), null)))
            .Concat(model.TakeLast(1).Select(last => Differs($"After the last", calendar.After(last), null)))
            .FirstOrDefault(mistake => mistake is not null);
    }

    // Half an hour after it began, clocks may have been put back to the day before.
    private static DateTimeOffset[] Within(TimeWindow window, Random random) =>
    [
        window.Start,
        window.Start.AddMinutes(30),
        window.Start.AddTicks(random.NextInt64((window.End!.Value - window.Start).Ticks)),
        window.End!.Value.AddTicks(-1),
    ];

    private static IEnumerable<string?> Neighbours(WindowCalendar calendar, TimeWindow earlier, TimeWindow later) =>
    [
        Differs($"After {earlier}", calendar.After(earlier), later),
        Differs($"Before {later}", calendar.Before(later), earlier),
        earlier.End == later.Start ? null : $"{earlier} and {later} don't meet.",
    ];

    private static string? Differs(FormattableString where, TimeWindow? found, TimeWindow? expected) =>
        found == expected ? null : $"{FormattableString.Invariant(where)} is {found?.ToString() ?? "nothing"}, not {expected?.ToString() ?? "nothing"}.";
}
