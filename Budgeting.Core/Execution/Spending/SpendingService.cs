using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What pages show of a budget while it is spent. Each level is read when it is opened: no read grows with what isn't shown.</summary>
public sealed class SpendingService(UnitOfWorkFactory units)
{
    private const int MostPayees = 200;

    /// <summary>Of each program budget of a proposal what is approved, and by quarter allotted, obligated and paid.</summary>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    public Task<SpendingPage> PageAsync(Guid proposalId, CancellationToken cancellationToken) => units.ReadSharedAsync(ReadPageAsync, proposalId, cancellationToken);

    /// <summary>All allotments of a program budget, by quarter and number.</summary>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    public Task<IReadOnlyList<AllotmentDto>> AllotmentsAsync(Guid programBudgetId, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadAllotmentsAsync, programBudgetId, cancellationToken);

    /// <summary>Up to <paramref name="most"/> obligations of an allotment, the latest first.</summary>
    /// <exception cref="NotFoundException">No such allotment here.</exception>
    public Task<ObligationList> ObligationsAsync(ObligationQuery query, int most, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadObligationsAsync, (query, most), cancellationToken);

    /// <exception cref="NotFoundException">No such obligation here.</exception>
    public Task<ObligationSpending> ObligationAsync(Guid id, CancellationToken cancellationToken) => units.ReadSharedAsync(ReadObligationAsync, id, cancellationToken);

    /// <exception cref="NotFoundException">There is no such place here.</exception>
    public Task<SpendingLevels> LevelsAsync(SpendingPlace place, CancellationToken cancellationToken) => units.ReadSharedAsync(ReadLevelsAsync, place, cancellationToken);

    /// <summary>Whom the organization pays, as far as forms suggest it: those most often, by name.</summary>
    public Task<IReadOnlyList<string>> PayeesAsync(CancellationToken cancellationToken) => units.ReadSharedAsync(ReadPayeesAsync, MostPayees, cancellationToken);

    private static async Task<IReadOnlyList<string>> ReadPayeesAsync(UnitOfWork work, OrganizationCard _, int most, CancellationToken cancellationToken) =>
        (await new ExecutionRepository(work).PayeesAsync(most, cancellationToken)).Order(StringComparer.CurrentCultureIgnoreCase).ToList();

    private static async Task<SpendingPage> ReadPageAsync(UnitOfWork work, OrganizationCard organization, Guid proposalId, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var proposal = await repository.ProposalAsync(proposalId, cancellationToken) ?? throw new NotFoundException("proposal");
        return new SpendingPage(proposal, organization.Currency, await repository.SpendingAsync(proposalId, cancellationToken));
    }

    private static async Task<IReadOnlyList<AllotmentDto>> ReadAllotmentsAsync(UnitOfWork work, OrganizationCard _, Guid programBudgetId, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        return await repository.FindAsync<ProgramBudget>(programBudgetId, cancellationToken) is null
            ? throw new NotFoundException("program budget")
            : await repository.AllotmentsAsync(programBudgetId, cancellationToken);
    }

    private static async Task<ObligationList> ReadObligationsAsync(
        UnitOfWork work, OrganizationCard _, (ObligationQuery Query, int Most) shown, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        return await repository.FindAsync<Allotment>(shown.Query.AllotmentId, cancellationToken) is null
            ? throw new NotFoundException("allotment")
            : await repository.ObligationsAsync(shown.Query, shown.Most, cancellationToken);
    }

    private static async Task<ObligationSpending> ReadObligationAsync(UnitOfWork work, OrganizationCard _, Guid id, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var obligation = (await repository.ObligationsWithSumsAsync([id], cancellationToken)).SingleOrDefault() ?? throw new NotFoundException("obligation");
        return new ObligationSpending(obligation, await repository.DisbursementsAsync(id, cancellationToken), await repository.WorkItemsAsync(id, cancellationToken));
    }

    private static async Task<SpendingLevels> ReadLevelsAsync(UnitOfWork work, OrganizationCard organization, SpendingPlace place, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var budget = await repository.ProgramBudgetAsync(place.ProgramBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var program = await repository.FindAsync<Program>(budget.ProgramId, cancellationToken) ?? throw new NotFoundException("program");
        var proposal = await repository.FindAsync<BudgetProposal>(budget.ProposalId, cancellationToken) ?? throw new NotFoundException("proposal");
        var allotment = place.AllotmentId is { } allotmentId
            ? (await repository.AllotmentsAsync(budget.Id, cancellationToken)).FirstOrDefault(a => a.Id == allotmentId) ?? throw new NotFoundException("allotment")
            : null;
        var obligation = place.ObligationId is { } obligationId
            ? (await repository.ObligationsWithSumsAsync([obligationId], cancellationToken)).SingleOrDefault() ?? throw new NotFoundException("obligation")
            : null;
        var next = ReferenceSeries.ReferenceOf(await repository.NextSeriesNoAsync(budget.ProposalId, cancellationToken), proposal.Year);
        return new SpendingLevels(organization.Currency, program.Name, proposal.ApprovedOn, budget, allotment, obligation, next);
    }
}
