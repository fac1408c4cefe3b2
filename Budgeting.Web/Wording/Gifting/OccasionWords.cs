using System.Globalization;

namespace Budgeting.Web.Wording.Gifting;

internal static class OccasionWords
{
    /// <summary>How far a day is from today: “today”, “in 5 days”, “3 weeks ago”.</summary>
    public static string When(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        > 0 and var days => $"in {Span(days)}",
        var days => $"{Span(-days)} ago",
    };

    public static string Gifts(int count) => count switch
    {
        0 => "no gifts yet",
        1 => "1 gift",
        _ => string.Create(CultureInfo.CurrentCulture, $"{count:N0} gifts"),
    };

    /// <summary>How many are shown: “5 of 14 gifts”.</summary>
    public static string GiftsOf(int shown, int all) => string.Create(CultureInfo.CurrentCulture, $"{shown:N0} of {Gifts(all)}");

    private static string Span(int days) => days switch
    {
        < 21 => $"{days} days",
        < 63 => $"{days / 7} weeks",
        < 730 => $"{days / 30} months",
        _ => $"{days / 365} years",
    };
}
