using Budgeting.Core.Execution;
using Budgeting.Web.Api.Execution;
using Budgeting.Web.Components.Execution;
using Budgeting.Web.Components.Layout;

namespace Budgeting.Web.Modules;

internal sealed class ExecutionModule : WebModule
{
    public override int Order => 3;

    public override IReadOnlyList<NavItem> Navigation => [NavItem.Part("/budgets/inbox", "inbox", "Budget inbox", "approve pay waiting")];

    public override IReadOnlyDictionary<Type, string> Examples => ExecutionExamples.All;

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddExecution();

    public override void AddPages(IServiceCollection services) => services.AddScoped<SpendingForms>();

    public override void MapApi(IEndpointRouteBuilder api) => api.MapExecution();
}
