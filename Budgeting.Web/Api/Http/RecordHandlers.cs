using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Http;

/// <summary>What a record is restored to.</summary>
public sealed record RestoreInput
{
    /// <summary>A version of its history.</summary>
    public required long Version { get; init; }
}

/// <summary>What answers requests about one kind of record. As delegates: the analyzer of route handlers fails on generic methods.</summary>
internal sealed class RecordHandlers<TService, TInput, TDto>(RecordRoute route)
    where TService : RecordService<TInput, TDto>
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private readonly string _address = $"{ApiPath.Root}/{route.Path}";

    public Delegate List => route.List ?? (route.Parent is null ? ListOwnAsync : ListAsync);

    public Delegate Add => route.Parent is null ? AddOwnAsync : AddAsync;

    public Delegate Get => route.IsDerived ? GetDerivedAsync : GetAsync;

    public Delegate Update { get; } = UpdateAsync;

    public Delegate Delete { get; } = DeleteAsync;

    public Delegate History { get; } = HistoryAsync;

    public Delegate ListDeleted => route.Parent is null ? ListOwnDeletedAsync : ListDeletedAsync;

    public Delegate Restore { get; } = RestoreAsync;

    private static Task<Page<TDto>> ListAsync(Guid id, [AsParameters] PageQuery page, TService records, CancellationToken cancellationToken) =>
        records.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Task<Page<TDto>> ListOwnAsync([AsParameters] PageQuery page, TService records, CurrentMember current, CancellationToken cancellationToken) =>
        records.ListAsync(current.OrganizationId, page.ToRequest(), cancellationToken);

    private Task<CreatedResult<TDto>> AddAsync(Guid id, IdempotentBody<TInput> body, TService records, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(records.AddAsync(id, body.Value, cancellationToken), _address);

    private Task<CreatedResult<TDto>> AddOwnAsync(IdempotentBody<TInput> body, TService records, CurrentMember current, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(records.AddAsync(current.OrganizationId, body.Value, cancellationToken), _address);

    private static Task<RecordResult<TDto>> GetAsync(Guid id, TService records, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(records.GetAsync(id, cancellationToken));

    private static Task<DerivedRecordResult<TDto>> GetDerivedAsync(Guid id, TService records, CancellationToken cancellationToken) =>
        ApiResults.DerivedAsync(records.GetAsync(id, cancellationToken));

    private static Task<RecordResult<TDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<TInput> patch, TService records, CancellationToken cancellationToken) => patch.ApplyAsync(
            match,
            () => records.GetAsync(id, cancellationToken),
            (input, version) => records.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, TService records, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(records.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, TService records, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(records.HistoryAsync(id, cancellationToken));

    private static Task<Page<DeletedRecord<TInput>>> ListDeletedAsync(Guid id, TService records, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(records.ListDeletedAsync(id, cancellationToken));

    private static Task<Page<DeletedRecord<TInput>>> ListOwnDeletedAsync(TService records, CurrentMember current, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(records.ListDeletedAsync(current.OrganizationId, cancellationToken));

    private static Task<RecordResult<RestoredRecord<TDto>>> RestoreAsync(
        Guid id, IfMatch match, IdempotentBody<RestoreInput> body, TService records, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(records.RestoreAsync(id, body.Value.Version, match.Version, cancellationToken));
}
