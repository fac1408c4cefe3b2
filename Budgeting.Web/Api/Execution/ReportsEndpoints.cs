using System.ComponentModel;
using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Budgeting.Web.Api.Execution;

/// <summary>What budgets were used for.</summary>
internal static class ReportsEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/utilization", UtilizationAsync).WithName("getUtilization")
            .WithSummary("The statement of a fiscal year as of a day: approved, allotted, obligated, paid and what is left at each level");
        reports.MapGet("/registry", RegistryAsync).WithName("getRegistry")
            .WithSummary("What happened to a program budget, a line a transaction, with running balances");
        reports.MapGet("/ageing", AgeingAsync).WithName("getAgeing").WithSummary("What was accepted and isn't paid, by how long it is due");
    }

    private static Task<UtilizationDto> UtilizationAsync([AsParameters] UtilizationQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        reports.UtilizationAsync(query.ToYear(), ReportQueries.DayOf(query.AsOf), cancellationToken);

    private static Task<RegistryDto> RegistryAsync([AsParameters] RegistryQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        reports.RegistryAsync(query.ToBudgetId(), query.ToCategory(), cancellationToken);

    private static Task<AgeingDto> AgeingAsync([AsParameters] AgeingQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        reports.AgeingAsync(ReportQueries.DayOf(query.AsOf), cancellationToken);
}

/// <summary>Which statement. All are texts here, so that one that is none is told like any other wrong field.</summary>
internal sealed record UtilizationQuery(
    [property: FromQuery(Name = "fiscalYear"), Description("2000–2100; left out: the latest that has an approved budget.")] string? FiscalYear,
    [property: FromQuery(Name = "asOf"), Description("The day at whose end things are looked at; left out: today.")] string? AsOf)
{
    /// <exception cref="InvalidException">It isn't a year.</exception>
    public int? ToYear() =>
        string.IsNullOrEmpty(FiscalYear) ? null
        : int.TryParse(FiscalYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : throw new InvalidException("fiscalYear", "Enter a year, such as 2026.");
}

internal sealed record RegistryQuery(
    [property: FromQuery(Name = "programBudgetId"), Description("Of which program budget.")] string? ProgramBudgetId,
    [property: FromQuery(Name = "category"), Description("PERSONNEL, OPERATING or CAPITAL; left out: all of it.")] string? Category)
{
    /// <exception cref="InvalidException">It isn't an id.</exception>
    public Guid ToBudgetId() => Guid.TryParse(ProgramBudgetId, out var id) ? id
        : throw new InvalidException("programBudgetId", "Enter the id of a program budget, such as 0197d4d2-55a0-7000-8000-000000000001.");

    /// <exception cref="InvalidException">It isn't a category.</exception>
    public BudgetCategory? ToCategory() =>
        string.IsNullOrEmpty(Category) ? null
        : Enum.TryParse<BudgetCategory>(Category, ignoreCase: true, out var category) && Enum.IsDefined(category) && !char.IsAsciiDigit(Category[0]) ? category
        : throw new InvalidException("category", "Enter PERSONNEL, OPERATING or CAPITAL.");
}

internal sealed record AgeingQuery([property: FromQuery(Name = "asOf"), Description("The day from which ages are counted; left out: today.")] string? AsOf);

internal static class ReportQueries
{
    /// <exception cref="InvalidException">It isn't a day.</exception>
    public static DateOnly? DayOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new InvalidException("asOf", "Enter a day, such as 2026-06-30.");
}
