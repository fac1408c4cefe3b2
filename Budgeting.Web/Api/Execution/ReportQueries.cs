using System.ComponentModel;
using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace Budgeting.Web.Api.Execution;

/// <summary>Which statement. All are texts here, so that one that is none is told like any other wrong field.</summary>
internal sealed record UtilizationQuery(
    [property: FromQuery(Name = "fiscalYear"), Description("2000–2100; left out: the one that the day is in, or else the latest that has an approved budget.")] string? FiscalYear,
    [property: FromQuery(Name = "asOf"), Description("The day at whose end things are looked at; left out: today.")] string? AsOf)
{
    /// <exception cref="InvalidException">It isn't a year.</exception>
    public int? ToYear() => QueryText.Read(check => check.Read(FiscalYear, "fiscalYear", ReportQueries.YearOf, "Enter a year, such as 2026."));

    /// <exception cref="InvalidException">It isn't a day.</exception>
    public DateOnly? ToDay() => QueryText.Read(check => check.Day(AsOf, "asOf"));
}

internal sealed record RegistryQuery(
    [property: FromQuery(Name = "programBudgetId"), Description("Of which program budget.")] string? ProgramBudgetId,
    [property: FromQuery(Name = "category"), Description("PERSONNEL, OPERATING or CAPITAL; left out: all of it.")] string? Category,
    [property: FromQuery(Name = "figure"), Description("What the lines come to: APPROVED, ADJUSTMENTS, ADJUSTED, ALLOTTED, OBLIGATED, PAID, UNALLOTTED, UNOBLIGATED, UNPAID, DUE or NOT_YET_DUE; left out: all lines.")] string? Figure,
    [property: FromQuery(Name = "quarter"), Description("1–4: in which it happened; left out: in any.")] string? Quarter,
    [property: FromQuery(Name = "asOf"), Description("The day until whose end; left out: until any.")] string? AsOf)
{
    /// <exception cref="InvalidException">It isn't an id.</exception>
    public Guid ToBudgetId() => QueryText.IdOf(ProgramBudgetId)
        ?? throw new InvalidException("programBudgetId", "Enter the id of a program budget, such as 0197d4d2-55a0-7000-8000-000000000001.");

    /// <exception cref="InvalidException">One of them isn't what it should be.</exception>
    public RegistryFilter ToFilter() => QueryText.Read(check => new RegistryFilter(
        check.Read(Category, "category", ReportQueries.NameOf<BudgetCategory>, "Enter PERSONNEL, OPERATING or CAPITAL."),
        check.Read(Figure, "figure", ReportQueries.NameOf<StatementFigure>, "Enter a figure of the statement, such as OBLIGATED."),
        check.Read(Quarter, "quarter", ReportQueries.QuarterOf, "Enter a quarter from 1 to 4."),
        check.Day(AsOf, "asOf")));
}

internal sealed record AgeingQuery([property: FromQuery(Name = "asOf"), Description("The day from which ages are counted; left out: today.")] string? AsOf)
{
    /// <exception cref="InvalidException">It isn't a day.</exception>
    public DateOnly? ToDay() => QueryText.Read(check => check.Day(AsOf, "asOf"));
}

/// <summary>What addresses of reports say; <c>null</c> where it is none.</summary>
internal static class ReportQueries
{
    public static int? YearOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public static int? QuarterOf(string? text) => YearOf(text) is >= 1 and <= FiscalYear.Quarters and var quarter ? quarter : null;

    /// <summary>In any case, its words parted by anything or nothing: NOT_YET_DUE, not-yet-due.</summary>
    public static T? NameOf<T>(string? text)
        where T : struct, Enum
    {
        var name = string.Concat((text ?? "").Where(char.IsAsciiLetter));
        return name.Length > 0 && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
    }
}
