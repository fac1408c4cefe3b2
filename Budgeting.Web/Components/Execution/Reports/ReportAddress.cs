using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Web.Api.Execution;
using Microsoft.AspNetCore.WebUtilities;

namespace Budgeting.Web.Components.Execution;

/// <summary>Where reports are: what they show is in their addresses.</summary>
internal static class ReportAddress
{
    public const string Statement = "/budgets/statement";
    public const string Ageing = "/budgets/ageing";

    /// <summary>Values of an address that say whether categories have lines of their own; without, a few programs' have.</summary>
    public const string Show = "show";

    /// <inheritdoc cref="Show"/>
    public const string Hide = "hide";

    /// <summary>Of a year, the latest without; as of a day, today without.</summary>
    public static string StatementOf(int? year, DateOnly? asOf, string? categories = null) =>
        Of(Statement, ("year", year), ("asOf", asOf), ("categories", categories));

    public static string AgeingOf(DateOnly? asOf) => Of(Ageing, ("asOf", asOf));

    /// <summary>All of a program budget, or what a figure of its statement is made of.</summary>
    public static string RegistryOf(Guid programBudgetId, RegistryFilter filter = default) => Of($"/budgets/registry/{programBudgetId}", PartsOf(filter));

    public static string StatementFile(int year, DateOnly asOf) => Of(ReportsEndpoints.StatementFile, ("fiscalYear", year), ("asOf", asOf));

    public static string RegistryFile(Guid programBudgetId, RegistryFilter filter) =>
        Of(ReportsEndpoints.RegistryFile, [("programBudgetId", programBudgetId), .. PartsOf(filter)]);

    public static string AgeingFile(DateOnly asOf) => Of(ReportsEndpoints.AgeingFile, ("asOf", asOf));

    private static (string, object?)[] PartsOf(RegistryFilter filter) =>
        [("category", filter.Category), ("figure", filter.Figure), ("quarter", filter.Quarter), ("asOf", filter.AsOf)];

    private static string Of(string path, params IReadOnlyList<(string Name, object? Value)> parts) => QueryHelpers.AddQueryString(
        path, parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, (string?)TextOf(p.Value!))));

    private static string TextOf(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum name => name.ToString().ToLowerInvariant(),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
