using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>A proposal as its page shows it.</summary>
/// <param name="Programs">What budgets can be for, by code.</param>
/// <param name="Budgets">By the code of the program.</param>
/// <param name="Adjustments">How approved amounts were moved, the latest first: at most 200.</param>
/// <param name="Checklist">What it lacks to be submitted; empty where it is no draft.</param>
/// <param name="PreparedBy">While it is submitted, the members who wrote what it says or requests, or why: as little as who made it do they approve it.</param>
public sealed record ProposalPage(
    ProposalDto Proposal,
    Currency Currency,
    IReadOnlyList<ProgramDto> Programs,
    IReadOnlyList<BudgetedProgram> Budgets,
    IReadOnlyList<AdjustmentDto> Adjustments,
    ProposalChecklist Checklist,
    IReadOnlyCollection<Guid> PreparedBy)
{
    private const int MostAdjustments = 200;

    /// <summary>Who requested something of it.</summary>
    public IReadOnlyList<Guid?> Makers => [Proposal.CreatedBy, .. PreparedBy];

    /// <exception cref="NotFoundException">No such proposal here.</exception>
    internal static async Task<ProposalPage> ReadAsync(UnitOfWork work, OrganizationCard organization, Guid id, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var proposal = await repository.ProposalAsync(id, cancellationToken) ?? throw new NotFoundException("proposal");
        return new ProposalPage(
            proposal,
            organization.Currency,
            await repository.ProgramsAsync(cancellationToken),
            await repository.BudgetedProgramsAsync(id, cancellationToken),
            await repository.LatestAdjustmentsAsync(id, MostAdjustments, cancellationToken),
            proposal.Status == ProposalStatus.Draft ? ProposalChecklist.Of(await repository.PreparedAsync(id, cancellationToken)) : new ProposalChecklist([]),
            proposal.Status == ProposalStatus.Submitted ? await repository.WritersAsync(id, cancellationToken) : []);
    }
}

/// <summary>A program budget with its program.</summary>
/// <param name="Justifications">How many it has.</param>
/// <param name="Adjusted">Σ of its adjustments: what was approved first is that much less than what is approved now.</param>
public sealed record BudgetedProgram(ProgramBudgetDto Budget, ProgramDto Program, int Justifications, decimal Adjusted);
