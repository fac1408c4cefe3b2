using System.Globalization;
using System.Text.RegularExpressions;

namespace Budgeting.Web.Wording;

/// <summary>Days, as the reader writes them.</summary>
internal static partial class DateWords
{
    /// <summary>With the month in letters, and without the day of the week: “May 12, 1990”.</summary>
    public static string Long(DateOnly day) =>
        day.ToString(DayOfWeek().Replace(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern, "").Trim(' ', ',', '.'), CultureInfo.CurrentCulture);

    [GeneratedRegex("""[,.]?\s*dddd\s*(?:[,.]|'[^']*')?\s*""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayOfWeek();
}
