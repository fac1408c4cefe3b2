using NodaTime;
using NodaTime.TimeZones;

namespace Budgeting.Core.Kernel;

/// <summary>When days begin in a time zone. Each lasts until the next one begins, so that every instant is in exactly one.</summary>
internal sealed class LocalDays(string timeZone)
{
    // A midnight that comes twice counts the first time; one that is skipped, when the clocks were put forward.
    private static readonly ZoneLocalMappingResolver Midnight =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[timeZone];

    // The provider would also take offsets, such as UTC+01:00.
    public static bool Has(string timeZone) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(timeZone);

    public DateTimeOffset StartOf(DateOnly day) =>
        _zone.ResolveLocal(LocalDate.FromDateOnly(day).AtMidnight(), Midnight).ToInstant().ToDateTimeOffset();

    public DateOnly Of(DateTimeOffset instant)
    {
        var day = Instant.FromDateTimeOffset(instant).InZone(_zone).Date.ToDateOnly();
        var next = day.AddDays(1);
        // Clocks put back across midnight show the old date again, in a day that has begun.
        return StartOf(next) <= instant ? next : day;
    }
}
