using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Execution;

/// <summary>What budgets were used for.</summary>
internal static class ReportsEndpoints
{
    private const string Group = "/reports";

    /// <summary>The addresses of reports as files.</summary>
    public const string StatementFile = $"{ApiPath.Root}{Group}/utilization.csv";

    /// <inheritdoc cref="StatementFile"/>
    public const string RegistryFile = $"{ApiPath.Root}{Group}/registry.csv";

    /// <inheritdoc cref="StatementFile"/>
    public const string AgeingFile = $"{ApiPath.Root}{Group}/ageing.csv";

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup(Group).WithTags("Reports");
        reports.MapGet("/utilization", UtilizationAsync).WithName("getUtilization")
            .WithSummary("The statement of a fiscal year as of a day: approved, allotted, obligated, paid and what is left at each level");
        reports.MapGet("/registry", RegistryAsync).WithName("getRegistry")
            .WithSummary("What happened to a program budget, a line a transaction, with running balances; or what of that a figure of the statement is made of");
        reports.MapGet("/ageing", AgeingAsync).WithName("getAgeing").WithSummary("What was accepted and isn't paid, by how long it is due");
        reports.MapGet("/utilization.csv", ExportStatementAsync).WithName("exportUtilization").WithSummary("The statement as a file for spreadsheets")
            .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
        reports.MapGet("/registry.csv", ExportRegistryAsync).WithName("exportRegistry").WithSummary("The registry as a file for spreadsheets")
            .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
        reports.MapGet("/ageing.csv", ExportAgeingAsync).WithName("exportAgeing").WithSummary("What is due as a file for spreadsheets")
            .Produces<Stream>(StatusCodes.Status200OK, CsvBody.ContentType);
    }

    private static Task<UtilizationDto> UtilizationAsync([AsParameters] UtilizationQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        reports.UtilizationAsync(query.ToYear(), query.ToDay(), cancellationToken);

    private static Task<RegistryDto> RegistryAsync([AsParameters] RegistryQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        reports.RegistryAsync(query.ToBudgetId(), query.ToFilter(), cancellationToken);

    private static Task<AgeingDto> AgeingAsync([AsParameters] AgeingQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        reports.AgeingAsync(query.ToDay(), cancellationToken);

    private static async Task<FileContentHttpResult> ExportStatementAsync([AsParameters] UtilizationQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        CsvBody.Answer(await reports.ExportStatementAsync(query.ToYear(), query.ToDay(), cancellationToken));

    private static async Task<FileContentHttpResult> ExportRegistryAsync([AsParameters] RegistryQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        CsvBody.Answer(await reports.ExportRegistryAsync(query.ToBudgetId(), query.ToFilter(), cancellationToken));

    private static async Task<FileContentHttpResult> ExportAgeingAsync([AsParameters] AgeingQuery query, ReportsService reports, CancellationToken cancellationToken) =>
        CsvBody.Answer(await reports.ExportAgeingAsync(query.ToDay(), cancellationToken));
}
