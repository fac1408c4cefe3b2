using System.Runtime.InteropServices;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Execution;

/// <summary>A year of budgets: twelve months from the first day of a month, named by the calendar year in which it ends.</summary>
/// <param name="Number">2000–2100.</param>
/// <param name="StartMonth">1–12; 1: it is the calendar year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FiscalYear(int Number, int StartMonth)
{
    public const int First = 2000;
    public const int Last = 2100;
    public const int Quarters = 4;

    private const int MonthsPerQuarter = 3;

    public DateOnly Start => new(StartMonth == 1 ? Number : Number - 1, StartMonth, 1);

    /// <summary>The last day.</summary>
    public DateOnly End => Start.AddYears(1).AddDays(-1);

    public bool Has(DateOnly day) => day >= Start && day <= End;

    /// <summary>The day itself where the year has it, or the year's first or last; but none before that of which it follows.</summary>
    public DateOnly NearestTo(DateOnly day, DateOnly? notBefore = null) => Later(day < Start ? Start : day > End ? End : day, notBefore);

    /// <summary>When something of it is decided unless another day is given: today, or its last day where it is over; but not before what it follows.</summary>
    public DateOnly DecidedOn(DateOnly today, DateOnly? notBefore = null) => Later(today > End ? End : today, notBefore);

    /// <summary>
    /// Refuses a day on which nothing of it can have been decided: one to come, one behind its end, from which on nothing is obligated of it, or
    /// one before its approval or, as long as there is none, more than a year ahead of it.
    /// </summary>
    internal void CheckDecided(Check check, DateOnly? day, string field, DateOnly today, DateOnly? approvedOn = null)
    {
        var first = Start.AddYears(-1);
        check.That(!(day > today) || today > End, field, "Choose today or a day before.");
        check.That(!(day > End) || today <= End, field, FormattableString.Invariant($"Choose a day up to {End:yyyy-MM-dd}, the fiscal year's last: nothing can be obligated later."));
        check.That(approvedOn is not null || !(day < first), field, FormattableString.Invariant($"Choose a day from {first:yyyy-MM-dd} on."));
        check.That(!(day < approvedOn), field, FormattableString.Invariant($"The budget was approved on {approvedOn:yyyy-MM-dd}: choose that day or one after it."));
    }

    /// <summary>The last day of a quarter.</summary>
    /// <param name="quarter">1–4.</param>
    public DateOnly EndOf(int quarter) => Start.AddMonths(quarter * MonthsPerQuarter).AddDays(-1);

    /// <summary>1–4; what is before the year counts to its first quarter, what is behind it to its last.</summary>
    public int QuarterOf(DateOnly day)
    {
        var months = ((day.Year - Start.Year) * 12) + day.Month - Start.Month;
        return Math.Clamp((months / MonthsPerQuarter) + 1, 1, Quarters);
    }

    /// <summary>The fiscal year that has a day.</summary>
    public static FiscalYear Of(DateOnly day, int startMonth) => new(startMonth == 1 || day.Month < startMonth ? day.Year : day.Year + 1, startMonth);

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
