using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What a proposal requests for programs. Members write them while it is a draft.</summary>
public sealed class ProgramBudgetsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<ProgramBudgetInput, ProgramBudgetDto>(units, current, time, Role.Member)
{
    /// <summary>One as its page shows it; all who look at it wait for one read.</summary>
    /// <exception cref="Kernel.Errors.NotFoundException">No such program budget here.</exception>
    public Task<ProgramBudgetPage> PageAsync(LineItemQuery query, CancellationToken cancellationToken) =>
        Units.ReadSharedAsync(ProgramBudgetPage.ReadAsync, query, cancellationToken);

    private protected override IRecords<ProgramBudgetInput, ProgramBudgetDto> In(ExecutionScope scope) => new ProgramBudgetRecords(scope);
}
