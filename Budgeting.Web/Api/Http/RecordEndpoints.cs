using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Http;

/// <summary>How a kind of record is called in the API.</summary>
/// <param name="Parent">The collection of what they belong to, as in an address: <c>periods</c>.</param>
/// <param name="One">What one is called, in words: <c>budget item</c>.</param>
/// <param name="Many">What several are called.</param>
internal sealed record RecordRoute(string Parent, string One, string Many)
{
    /// <summary>What the list is of, for the description.</summary>
    public required string ListSummary { get; init; }

    /// <summary>What adding one does, for the description.</summary>
    public required string AddSummary { get; init; }

    /// <summary>Whether some fields follow from other records, so that its ETag doesn't say that a client has it already.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Answers the list, where it can be asked for in more ways than by the page.</summary>
    public Delegate? List { get; init; }

    /// <summary>What the description is to say of <see cref="List"/>'s parameters.</summary>
    public IReadOnlyList<object> ListMetadata { get; init; } = [];

    public string Path => Many.Replace(' ', '-');

    public string Tag => char.ToUpperInvariant(Many[0]) + Many[1..];

    public string WithArticle => $"{("aeiou".Contains(One[0], StringComparison.Ordinal) ? "an" : "a")} {One}";

    /// <summary>As a part of an operation's name: <c>BudgetItem</c>.</summary>
    public static string Pascal(string words) => string.Concat(words.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}

/// <summary>What a record is restored to.</summary>
public sealed record RestoreInput
{
    /// <summary>A version of its history.</summary>
    public required long Version { get; init; }
}

/// <summary>
/// The nine operations that every kind of record has: a list, an addition and what was deleted at its parent, and of each one itself, its
/// changes, its deletion, its history and the way back.
/// </summary>
internal static class RecordEndpoints
{
    public static void MapRecords<TService, TInput, TDto>(this IEndpointRouteBuilder api, RecordRoute route)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned
    {
        // As delegates: the analyzer of route handlers fails on generic methods.
        Delegate list = route.List ?? ListAsync<TService, TInput, TDto>;
        Delegate add = AddTo<TService, TInput, TDto>($"{ApiPath.Root}/{route.Path}");
        Delegate get = route.IsDerived ? GetDerivedAsync<TService, TInput, TDto> : GetAsync<TService, TInput, TDto>;
        Delegate update = UpdateAsync<TService, TInput, TDto>;
        Delegate delete = DeleteAsync<TService, TInput, TDto>;
        Delegate history = HistoryAsync<TService, TInput, TDto>;
        Delegate deleted = DeletedAsync<TService, TInput, TDto>;
        Delegate restore = RestoreAsync<TService, TInput, TDto>;

        var (one, many) = (RecordRoute.Pascal(route.One), RecordRoute.Pascal(route.Many));
        var parent = api.MapGroup($"/{route.Parent}/{{id:guid}}/{route.Path}").WithTags(route.Tag);
        parent.MapGet("", list).WithName($"list{many}").WithSummary(route.ListSummary).WithMetadata([.. route.ListMetadata]);
        parent.MapPost("", add).WithName($"add{one}").WithSummary(route.AddSummary);
        api.MapGet($"/{route.Parent}/{{id:guid}}/deleted-{route.Path}", deleted).WithTags(route.Tag)
            .WithName($"listDeleted{many}").WithSummary($"The {route.Many} that were deleted and can be restored, the latest deletion first");
        var record = api.MapGroup($"/{route.Path}/{{id:guid}}").WithTags(route.Tag);
        record.MapGet("", get).WithName($"get{one}").WithSummary($"One {route.One}");
        record.MapPatch("", update).WithName($"update{one}").WithSummary($"Change some fields of {route.WithArticle}");
        record.MapDelete("", delete).WithName($"delete{one}").WithSummary($"Delete {route.WithArticle}");
        record.MapGet("/history", history).WithName($"get{one}History").WithSummary($"What was done to {route.WithArticle}, the latest first");
        record.MapPost("/restore", restore).WithName($"restore{one}").WithSummary($"Make {route.WithArticle} what it was in an earlier version, also after it was deleted");
    }

    private static Task<Page<TDto>> ListAsync<TService, TInput, TDto>(Guid id, [AsParameters] PageQuery page, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => records.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Func<Guid, IdempotentBody<TInput>, TService, CancellationToken, Task<CreatedResult<TDto>>> AddTo<TService, TInput, TDto>(string collection)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned =>
        (id, body, records, cancellationToken) => ApiResults.CreatedAsync(records.AddAsync(id, body.Value, cancellationToken), collection);

    private static Task<RecordResult<TDto>> GetAsync<TService, TInput, TDto>(Guid id, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => ApiResults.RecordAsync(records.GetAsync(id, cancellationToken));

    private static Task<DerivedRecordResult<TDto>> GetDerivedAsync<TService, TInput, TDto>(Guid id, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => ApiResults.DerivedAsync(records.GetAsync(id, cancellationToken));

    private static Task<RecordResult<TDto>> UpdateAsync<TService, TInput, TDto>(
        Guid id, IfMatch match, MergePatch<TInput> patch, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => patch.ApplyAsync(
            match,
            () => records.GetAsync(id, cancellationToken),
            (input, version) => records.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync<TService, TInput, TDto>(Guid id, IfMatch match, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => ApiResults.DeletedAsync(records.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync<TService, TInput, TDto>(Guid id, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => ApiResults.AllAsync(records.HistoryAsync(id, cancellationToken));

    private static Task<Page<DeletedRecord<TInput>>> DeletedAsync<TService, TInput, TDto>(Guid id, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => ApiResults.AllAsync(records.ListDeletedAsync(id, cancellationToken));

    private static Task<RecordResult<RestoredRecord<TDto>>> RestoreAsync<TService, TInput, TDto>(
        Guid id, IfMatch match, IdempotentBody<RestoreInput> body, TService records, CancellationToken cancellationToken)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned => ApiResults.RecordAsync(records.RestoreAsync(id, body.Value.Version, match.Version, cancellationToken));
}
