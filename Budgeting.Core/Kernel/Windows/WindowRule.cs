using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel;

/// <summary>What the windows of a limit are computed from: <see cref="WindowCalendar"/> does.</summary>
public sealed record WindowRule
{
    public static readonly DateOnly FirstDay = new(1900, 1, 1);
    public static readonly DateOnly LastDay = new(2999, 12, 31);

    private const int MaxAnchorDay = 31;
    private const int Months = 12;

    public required WindowPeriod Period { get; init; }

    /// <summary>The IANA's name, as the IANA writes it: <c>Europe/Berlin</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The first day. It cuts the period that it lies in: the first window begins with it.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>The last day, all of it; <c>null</c>: it goes on.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Weeks begin on it.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>1–31: months, quarters and years begin on it, or on the last day of a month that is shorter.</summary>
    public int AnchorDay { get; init; } = 1;

    /// <summary>1–12: years begin in it, and quarters in it and every third month from it.</summary>
    public int FiscalStartMonth { get; init; } = 1;

    internal void Check(Check check)
    {
        check.That(Enum.IsDefined(Period), "period", "Choose a period.");
        check.That(LocalDays.Has(TimeZone), "timeZone", "Enter a time zone by its IANA name, such as Europe/Berlin.");
        CheckDay(check, StartDate, "startDate");
        CheckDay(check, EndDate, "endDate");
        check.That(!(EndDate < StartDate), "endDate", "The last day can't come before the first.");
        check.That(Period != WindowPeriod.Custom || EndDate is not null, "endDate", "Enter the last day.");
        check.That(Enum.IsDefined(WeekStart), "weekStart", "Choose a day of the week.");
        check.That(AnchorDay is >= 1 and <= MaxAnchorDay, "anchorDay", "Enter a day of the month, 1 to 31.");
        check.That(FiscalStartMonth is >= 1 and <= Months, "fiscalStartMonth", "Enter a month, 1 to 12.");
    }

    private static void CheckDay(Check check, DateOnly? day, string field) => check.That(
        !(day < FirstDay) && !(day > LastDay), field, FormattableString.Invariant($"Choose a day from {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}."));
}
