using System.Globalization;

namespace Budgeting.Web.Wording;

internal static class TimeWords
{
    private const int LongestInDays = 30;

    /// <summary>“5 minutes ago”, “in 7 days”; beyond a month the date.</summary>
    public static string From(DateTimeOffset at, DateTimeOffset now)
    {
        var span = (at - now).Duration();
        if (span < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        if (span > TimeSpan.FromDays(LongestInDays))
        {
            return "on " + at.UtcDateTime.ToString("D", CultureInfo.CurrentCulture);
        }

        return at < now ? $"{Words(span)} ago" : $"in {Words(span)}";
    }

    private static string Words(TimeSpan span) => span switch
    {
        { TotalMinutes: < 59.5 } => Count(span.TotalMinutes, "minute"),
        { TotalHours: < 23.5 } => Count(span.TotalHours, "hour"),
        _ => Count(span.TotalDays, "day"),
    };

    private static string Count(double exact, string unit)
    {
        var count = (int)Math.Round(exact, MidpointRounding.AwayFromZero);
        return count == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}s");
    }
}
