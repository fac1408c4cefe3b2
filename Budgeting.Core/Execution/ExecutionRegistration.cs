using Budgeting.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.Execution;

public static class ExecutionRegistration
{
    public static IServiceCollection AddExecution(this IServiceCollection services) => services
        .AddScoped<IUndoHandler, ExecutionUndoHandler>()
        .AddScoped<ProgramsService>()
        .AddScoped<ProposalsService>()
        .AddScoped<YearClosingService>()
        .AddScoped<ProgramBudgetsService>()
        .AddScoped<AdjustmentsService>()
        .AddScoped<LineItemsService>()
        .AddScoped<JustificationsService>()
        .AddScoped<AllotmentsService>()
        .AddScoped<ObligationsService>()
        .AddScoped<DisbursementsService>()
        .AddScoped<WorkItemsService>()
        .AddScoped<ReportsService>();
}
