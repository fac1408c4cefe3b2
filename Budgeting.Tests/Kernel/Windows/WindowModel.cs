using Budgeting.Core.Kernel;
using NodaTime;

namespace Budgeting.Tests.Kernel.Windows;

/// <summary>
/// The windows of a rule once more, day by day: a period begins on a day that looks like its first, and a day begins when a clock that
/// goes by the zone's offsets first shows its midnight or something later.
/// </summary>
internal sealed class WindowModel
{
    private const long SecondsPerHour = 3600;
    private const long Step = 6 * SecondsPerHour;

    // No zone was ever further from UTC than 16 hours.
    private const long FurthestOffset = 16 * SecondsPerHour;

    private readonly DateTimeZone _zone;
    private readonly WindowRule _rule;
    private readonly List<(long From, long Offset)> _offsets = [];

    /// <param name="rule">One with an end date.</param>
    public WindowModel(WindowRule rule)
    {
        var end = rule.EndDate!.Value.AddDays(1);
        (_rule, _zone) = (rule, DateTimeZoneProviders.Tzdb[rule.TimeZone]);
        FindOffsets(Seconds(rule.StartDate) - FurthestOffset, Seconds(end) + FurthestOffset);
        Windows = [.. Find(end)];
    }

    public IReadOnlyList<TimeWindow> Windows { get; }

    private IEnumerable<TimeWindow> Find(DateOnly end)
    {
        var start = StartOf(_rule.StartDate);
        for (var day = _rule.StartDate.AddDays(1); day <= end; day = day.AddDays(1))
        {
            // What never was, is no window.
            if ((day == end || IsFirst(day)) && StartOf(day) is var next && next > start)
            {
                yield return new(start, next);
                start = next;
            }
        }
    }

    private bool IsFirst(DateOnly day)
    {
        var isAnchor = day.Day == _rule.AnchorDay || (day.Day < _rule.AnchorDay && day.AddDays(1).Day == 1);
        return _rule.Period switch
        {
            WindowPeriod.Daily => true,
            WindowPeriod.Weekly => day.DayOfWeek == _rule.WeekStart,
            WindowPeriod.Monthly => isAnchor,
            WindowPeriod.Quarterly => isAnchor && Math.Abs(day.Month - _rule.FiscalStartMonth) % 3 == 0,
            WindowPeriod.Yearly => isAnchor && day.Month == _rule.FiscalStartMonth,
            _ => false,
        };
    }

    private DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = Seconds(day);
        for (var i = 0; ; i++)
        {
            var (from, offset) = _offsets[i];
            var start = Math.Max(from, midnight - offset);
            if (i == _offsets.Count - 1 || start < _offsets[i + 1].From)
            {
                return DateTimeOffset.FromUnixTimeSeconds(start);
            }
        }
    }

    // Between two times that are asked and differ, the second is searched for. No zone changes twice in between.
    private void FindOffsets(long from, long to)
    {
        _offsets.Add((from, OffsetAt(from)));
        for (var asked = from; asked < to; asked += Step)
        {
            if (OffsetAt(asked + Step) is var offset && offset != _offsets[^1].Offset)
            {
                _offsets.Add((FirstChange(asked, asked + Step, _offsets[^1].Offset), offset));
            }
        }
    }

    private long FirstChange(long same, long different, long offset)
    {
        while (different - same > 1)
        {
            var middle = (same + different) / 2;
            (same, different) = OffsetAt(middle) == offset ? (middle, different) : (same, middle);
        }

        return different;
    }

    private long OffsetAt(long seconds) => _zone.GetUtcOffset(Instant.FromUnixTimeSeconds(seconds)).Seconds;

    private static long Seconds(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 24 * SecondsPerHour;
}
