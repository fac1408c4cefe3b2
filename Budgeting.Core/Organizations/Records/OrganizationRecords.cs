using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>One kind of record that is the organization's own: what has it is the organization.</summary>
internal abstract class OrganizationRecords<TRow, TInput, TDto>(UnitOfWork work, CurrentMember current, TimeProvider time)
    : Records<TRow, TInput, TDto>(work, current, time)
    where TRow : class, IAudited
    where TInput : class, new()
    where TDto : class, IVersioned
{
    protected override Task<Page<TDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Rows.PageAsync(_ => true, Dto, page, cancellationToken);

    protected sealed override Topic? TopicOf(Guid parentId) => null;

    protected sealed override Guid ParentOf(TRow row) => row.OrganizationId;

    protected sealed override Guid ParentIn(RowState state) => Work.OrganizationId;

    protected sealed override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) =>
        parentId == Work.OrganizationId ? Task.CompletedTask : throw new NotFoundException("organization");
}
