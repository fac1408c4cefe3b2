using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>Why program budgets are requested. Members write them while the proposal is a draft.</summary>
public sealed class JustificationsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<JustificationInput, JustificationDto>(units, current, time, Role.Member)
{
    private protected override IRecords<JustificationInput, JustificationDto> In(ExecutionScope scope) => new JustificationRecords(scope);
}
