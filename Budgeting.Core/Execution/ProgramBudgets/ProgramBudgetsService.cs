using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What a proposal requests for programs. Members write them while it is a draft.</summary>
public sealed class ProgramBudgetsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<ProgramBudgetInput, ProgramBudgetDto>(units, current, time, Role.Member)
{
    private protected override IRecords<ProgramBudgetInput, ProgramBudgetDto> In(ExecutionScope scope) => new ProgramBudgetRecords(scope);
}
