using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is delivered for obligations. Members write it.</summary>
public sealed class WorkItemsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<WorkItemInput, WorkItemDto>(units, current, time, Role.Member)
{
    private protected override IRecords<WorkItemInput, WorkItemDto> In(ExecutionScope scope) => new WorkItemRecords(scope);
}
