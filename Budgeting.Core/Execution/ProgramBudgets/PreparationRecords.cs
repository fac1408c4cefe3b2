using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Execution;

/// <summary>One kind of record of a program budget that is written while its proposal is a draft.</summary>
internal abstract class PreparationRecords<TRow, TInput, TDto>(ExecutionScope scope) : ExecutionRecords<TRow, TInput, TDto>(scope)
    where TRow : class, IAudited
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private ProgramBudget? _budget;

    protected sealed override string ParentField => "programBudgetId";

    /// <summary>The one whose records are written, once it was found.</summary>
    protected ProgramBudget Budget => _budget!;

    protected sealed override async Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) =>
        _budget = await Repository.FindAsync<ProgramBudget>(parentId, cancellationToken) ?? throw new NotFoundException("program budget");

    protected sealed override async Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken)
    {
        await RequireParentAsync(parentId, cancellationToken);
        await Scope.RequireDraftAsync(Budget.ProposalId, cancellationToken);
    }
}
