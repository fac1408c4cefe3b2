using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>What next year's occasion takes from this one.</summary>
public static class NextYear
{
    /// <summary>
    /// The same day, the next time that it comes from <paramref name="today"/> on; at least a year later, and not after the year 9999,
    /// which has no next one.
    /// </summary>
    public static DateOnly DateOf(DateOnly last, DateOnly today)
    {
        var years = Math.Max(1, today.Year - last.Year);
        return Later(last, years) < today ? Later(last, years + 1) : Later(last, years);
    }

    private static DateOnly Later(DateOnly day, int years) => day.AddYears(Math.Min(years, DateOnly.MaxValue.Year - day.Year));

    /// <summary>“Christmas 2026” becomes “Christmas 2027”.</summary>
    public static string NameOf(string last, DateOnly lastDate, DateOnly date) => last.Replace(
        lastDate.Year.ToString(CultureInfo.InvariantCulture), date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    internal static Occasion Of(Occasion last, NextOccasionInput input, Guid id, DateOnly today)
    {
        var date = input.Date ?? DateOf(last.Date, today);
        var check = new Check();
        var name = check.Required(input.Name ?? NameOf(last.Name, last.Date, date), "name", "a name", 100);
        check.That(date > last.Date, "date", "Enter a day after this one's.");
        check.ThrowIfAny();
        return new Occasion
        {
            Id = id,
            OrganizationId = last.OrganizationId,
            PreviousId = last.Id,
            Name = name,
            Date = date,
            Kind = last.Kind,
            RecursYearly = last.RecursYearly,
            BudgetTotal = last.BudgetTotal,
            NearThresholdPercent = last.NearThresholdPercent,
            IdeasCountAsPlanned = last.IdeasCountAsPlanned,
            Surprises = last.Surprises,
            RevealOn = last.RevealOn is { } reveal ? DateOnly.FromDayNumber(Math.Min(reveal.DayNumber + date.DayNumber - last.Date.DayNumber, DateOnly.MaxValue.DayNumber)) : null,
        };
    }

    internal static SubBudget Of(SubBudget last, Occasion next, Guid id) => new()
    {
        Id = id,
        OrganizationId = last.OrganizationId,
        OccasionId = next.Id,
        EntityType = last.EntityType,
        EntityId = last.EntityId,
        Amount = last.Amount,
    };
}
