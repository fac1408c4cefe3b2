using System.Globalization;
using System.Text.RegularExpressions;

namespace Budgeting.Web.Wording;

/// <summary>Days, as the reader writes them.</summary>
internal static partial class DateWords
{
    /// <summary>With the month in letters, and without the day of the week: “May 12, 1990”.</summary>
    public static string Long(DateOnly day) => day.ToString(PatternOf(CultureInfo.CurrentCulture), CultureInfo.CurrentCulture);

    /// <summary>From a day to another: “January 1 – December 31, 2026”. The year is said once where it comes last.</summary>
    public static string Long(DateOnly first, DateOnly last)
    {
        var pattern = PatternOf(CultureInfo.CurrentCulture);
        var isSaidOnce = first.Year == last.Year && pattern.LastIndexOf('y') > Math.Max(pattern.LastIndexOf('M'), pattern.LastIndexOf('d'));
        return $"{(isSaidOnce ? first.ToString(Year().Replace(pattern, ""), CultureInfo.CurrentCulture) : Long(first))} – {Long(last)}";
    }

    private static string PatternOf(CultureInfo culture) => DayOfWeek().Replace(culture.DateTimeFormat.LongDatePattern, "").Trim(' ', ',', '.');

    [GeneratedRegex("""[,.]?\s*dddd\s*(?:[,.]|'[^']*')?\s*""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayOfWeek();

    [GeneratedRegex("""\s*(?:[,.]|'[^']*')?\s*y+.*$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
