using Budgeting.Core.Execution;
using Budgeting.Web.Api.Execution;

namespace Budgeting.Web.Modules;

internal sealed class ExecutionModule : WebModule
{
    public override int Order => 3;

    public override IReadOnlyDictionary<Type, string> Examples => ExecutionExamples.All;

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddExecution();

    public override void MapApi(IEndpointRouteBuilder api) => api.MapExecution();
}
