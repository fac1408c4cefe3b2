using System.Globalization;

namespace Budgeting.Web.Wording.Gifting;

internal static class BirthdayWords
{
    /// <summary>How many days before it a birthday is worth pointing out.</summary>
    private const int Soon = 30;

    /// <summary>The birthday, and the age turned next: “May 12, 1990, turning 37”.</summary>
    public static string Of(DateOnly birthday, DateOnly today)
    {
        var date = DateWords.Long(birthday);
        var age = Next(birthday, today).Year - birthday.Year;
        return age > 0 ? string.Create(CultureInfo.CurrentCulture, $"{date}, turning {age}") : date;
    }

    /// <summary>“Birthday today”, “Birthday in 5 days”; nothing while it is further away.</summary>
    public static string? Upcoming(DateOnly birthday, DateOnly today)
    {
        var next = Next(birthday, today);
        return next.DayNumber - today.DayNumber <= Soon ? $"Birthday {OccasionWords.When(next, today)}" : null;
    }

    // Somebody born on 29 February has the 28th in other years.
    private static DateOnly Next(DateOnly birthday, DateOnly today)
    {
        var next = birthday.AddYears(Math.Max(0, today.Year - birthday.Year));
        return next < today ? birthday.AddYears(today.Year - birthday.Year + 1) : next;
    }
}
