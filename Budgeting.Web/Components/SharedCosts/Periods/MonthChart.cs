using System.Globalization;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What was paid in and spent in a period as bars, month by month.</summary>
internal static class MonthChart
{
    /// <summary>Every month of the period, and of what was paid or spent before or after it; those without anything are empty places.</summary>
    public static IReadOnlyList<ChartGroup> Of(PeriodDto period, IReadOnlyList<MonthFigures> months)
    {
        var known = months.ToDictionary(m => m.Month);
        var days = months.Select(m => m.Month).Append(period.StartDate).Append(period.EndDate);
        var (first, last) = (FirstOf(days.Min()), FirstOf(days.Max()));
        return Enumerable.Range(0, 1 + ((last.Year - first.Year) * 12) + last.Month - first.Month)
            .Select(first.AddMonths)
            .Select(month => GroupOf(known.GetValueOrDefault(month) ?? new MonthFigures(month, 0, 0), BeginsAYear(month, first)))
            .ToList();
    }

    public static string NameOf(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.CurrentCulture);

    // Right before a January the first one's year would be in its way.
    private static bool BeginsAYear(DateOnly month, DateOnly first) => month.Month == 1 || (month == first && month.Month <= 10);

    private static ChartGroup GroupOf(MonthFigures month, bool beginsAYear) => new(
        month.Month.ToString("MMM", CultureInfo.CurrentCulture),
        NameOf(month.Month),
        beginsAYear ? month.Month.ToString("yyyy", CultureInfo.CurrentCulture) : null,
        [new(new ChartPiece("Contributions", month.Contributions, "committed")), new(new ChartPiece("Expenses", month.Expenses, "spent"))]);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
