using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>The lines of what a program budget requests. Members write them while the proposal is a draft.</summary>
public sealed class LineItemsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<LineItemInput, LineItemDto>(units, current, time, Role.Member)
{
    private protected override IRecords<LineItemInput, LineItemDto> In(ExecutionScope scope) => new LineItemRecords(scope);
}
