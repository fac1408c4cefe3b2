using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel;

/// <summary>
/// The windows of a rule. They are computed, not stored, and leave no gap from the start date to the end date, or to
/// <see cref="WindowRule.LastDay"/> if a period comes again without end.
/// </summary>
public sealed class WindowCalendar
{
    private readonly WindowRule _rule;
    private readonly LocalDays _days;
    private readonly TimeWindow _whole;

    /// <exception cref="InvalidException">The rule makes no sense.</exception>
    public WindowCalendar(WindowRule rule)
    {
        var check = new Check();
        rule.Check(check);
        check.ThrowIfAny();

        _rule = rule;
        _days = new(rule.TimeZone);
        var last = rule.EndDate ?? (ComesAgain ? WindowRule.LastDay : null);
        _whole = new(_days.StartOf(rule.StartDate), last is { } day ? _days.StartOf(day.AddDays(1)) : null);
    }

    private bool ComesAgain => _rule.Period is not (WindowPeriod.Custom or WindowPeriod.Total);

    /// <summary>The window that an instant is in; <c>null</c> before the first and after the last.</summary>
    public TimeWindow? At(DateTimeOffset instant)
    {
        if (!_whole.Contains(instant))
        {
            return null;
        }

        if (!ComesAgain)
        {
            return _whole;
        }

        var (from, to) = CalendarPeriods.Around(_days.Of(instant), _rule);
        var (start, end) = (_days.StartOf(from), _days.StartOf(to));
        return new(start < _whole.Start ? _whole.Start : start, end > _whole.End ? _whole.End : end);
    }

    /// <summary>The window that ends where this one starts; <c>null</c>: it is the first.</summary>
    public TimeWindow? Before(TimeWindow window) => At(window.Start.AddTicks(-1));

    /// <summary>The window that starts where this one ends; <c>null</c>: it is the last.</summary>
    public TimeWindow? After(TimeWindow window) => window.End is { } end ? At(end) : null;
}
