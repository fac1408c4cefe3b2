using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>Which of the line items of a program budget a page shows.</summary>
/// <param name="Skip">How many stand before it.</param>
/// <param name="Take">How many it has at most.</param>
public sealed record LineItemQuery(Guid ProgramBudgetId, int Skip, int Take);

/// <summary>A program budget as its page shows it.</summary>
/// <param name="Adjusted">Σ of its adjustments: what was approved first is that much less than what is approved now.</param>
/// <param name="LineItems">A page of them, in the order in which they were added.</param>
/// <param name="LineItemCount">How many there are in all.</param>
/// <param name="Justifications">In the order in which they were added, at most 200.</param>
public sealed record ProgramBudgetPage(
    ProposalDto Proposal,
    Currency Currency,
    ProgramBudgetDto Budget,
    decimal Adjusted,
    IReadOnlyList<ProgramDto> Programs,
    IReadOnlyList<LineItemDto> LineItems,
    int LineItemCount,
    IReadOnlyList<JustificationDto> Justifications)
{
    /// <summary>What it is for.</summary>
    public ProgramDto Program => Programs.First(p => p.Id == Budget.ProgramId);

    /// <summary>What is requested and not yet in line items; negative: what they are too much.</summary>
    public decimal Open => Budget.RequestedAmount - Budget.LineItems;

    /// <exception cref="NotFoundException">No such program budget here.</exception>
    internal static async Task<ProgramBudgetPage> ReadAsync(UnitOfWork work, OrganizationCard organization, LineItemQuery query, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var budget = await repository.ProgramBudgetAsync(query.ProgramBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var (lines, count) = await repository.LineItemsAsync(query, cancellationToken);
        return new ProgramBudgetPage(
            (await repository.ProposalAsync(budget.ProposalId, cancellationToken))!,
            organization.Currency,
            budget,
            await repository.AdjustedAsync(budget.Id, cancellationToken),
            await repository.ProgramsAsync(cancellationToken),
            lines,
            count,
            await repository.JustificationsAsync(budget.Id, cancellationToken));
    }
}
