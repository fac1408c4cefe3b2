namespace Budgeting.Web.Api.Execution;

/// <summary>Budget execution: programs, proposals and what they request, and what is allotted, obligated and paid of them.</summary>
internal static class ExecutionEndpoints
{
    public static void MapExecution(this IEndpointRouteBuilder api)
    {
        api.MapPreparation();
        api.MapProposals();
        api.MapSpending();
        api.MapAdjustments();
        api.MapAllotments();
        api.MapObligations();
        api.MapReports();
    }
}
