using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Api.Http;

/// <summary>
/// The nine operations that every kind of record has: a list, an addition and what was deleted, at its parent where it has one; and of each
/// one itself, its changes, its deletion, its history and the way back.
/// </summary>
internal static class RecordEndpoints
{
    public static void MapRecords<TService, TInput, TDto>(this IEndpointRouteBuilder api, RecordRoute route)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned
    {
        var (one, many, handlers) = (RecordRoute.Pascal(route.One), RecordRoute.Pascal(route.Many), new RecordHandlers<TService, TInput, TDto>(route));
        var all = api.MapGroup(route.ListPath).WithTags(route.Tag);
        all.MapGet("", handlers.List).WithName($"list{many}").WithSummary(route.ListSummary).WithMetadata([.. route.ListMetadata]);
        all.MapPost("", handlers.Add).WithName($"add{one}").WithSummary(route.AddSummary);
        api.MapGet(route.DeletedPath, handlers.ListDeleted).WithTags(route.Tag)
            .WithName($"listDeleted{many}").WithSummary($"The {route.Many} that were deleted and can be restored, the latest deletion first");
        var record = api.MapGroup($"/{route.Path}/{{id:guid}}").WithTags(route.Tag);
        record.MapGet("", handlers.Get).WithName($"get{one}").WithSummary($"One {route.One}");
        record.MapPatch("", handlers.Update).WithName($"update{one}").WithSummary($"Change some fields of {route.WithArticle}{route.UpdateRemark}");
        record.MapDelete("", handlers.Delete).WithName($"delete{one}").WithSummary($"Delete {route.WithArticle}{route.DeleteRemark}");
        record.MapGet("/history", handlers.History).WithName($"get{one}History").WithSummary($"What was done to {route.WithArticle}, the latest first");
        record.MapPost("/restore", handlers.Restore).WithName($"restore{one}").WithSummary($"Make {route.WithArticle} what it was in an earlier version, also after it was deleted");
    }
}
