using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>How a registry is read.</summary>
internal static class RegistryReport
{
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    public static async Task<(RegistryDto Registry, ProposalDto Proposal)> ReadAsync(
        UnitOfWork work, Guid programBudgetId, RegistryFilter filter, DateOnly today, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var budget = await repository.ProgramBudgetAsync(programBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var proposal = await repository.ProposalAsync(budget.ProposalId, cancellationToken) ?? throw new NotFoundException("proposal");
        var named = await repository.NamedBudgetAsync(programBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var entries = await repository.RegistryAsync(named, proposal.ApprovedOn, filter.Category, cancellationToken);
        var due = filter.AsksForDue ? await DueAsync(repository, budget, filter, filter.AsOf ?? today, cancellationToken) : [];
        var lines = RegistryEntry.ToLines(entries.Concat(due), filter, proposal.Year);
        var sum = filter.Figure is null ? null as decimal? : lines.Sum(l => l.Amount);
        return (new RegistryDto(budget, named.Code, named.Name, filter.Category, filter.Figure, filter.Quarter, filter.AsOf, sum, lines), proposal);
    }

    public static async Task<RegistryPage> ReadPageAsync(UnitOfWork work, OrganizationCard organization, RegistryPageQuery query, CancellationToken cancellationToken)
    {
        var (all, proposal) = await ReadAsync(work, query.ProgramBudgetId, query.Filter, query.Today, cancellationToken);
        var hasUnobligated = all.Category is null || await new ExecutionRepository(work).IsAllottedByCategoryAsync(query.ProgramBudgetId, cancellationToken);
        var page = all with { Lines = [.. all.Lines.Skip(query.First).Take(query.Most)] };
        return new RegistryPage(organization.Name, organization.Currency, proposal, page, all.Lines.Count, hasUnobligated);
    }

    private static async Task<IEnumerable<RegistryEntry>> DueAsync(
        ExecutionRepository repository, ProgramBudgetDto budget, RegistryFilter filter, DateOnly day, CancellationToken cancellationToken)
    {
        var due = await AgeingReport.DueAsync(repository, budget.ProposalId, day, cancellationToken);
        return due.Where(d => d.Sum.BudgetId == budget.Id && (filter.Category is null || d.Sum.Category == filter.Category))
            .Select(d => new RegistryEntry(
                d.Since, RegistryKind.Due, d.Obligation.Id, d.Obligation.ReferenceNo, d.Obligation.Payee, d.Obligation.Description, d.Sum.Amount,
                d.Obligation.AllotmentId, d.Obligation.Id));
    }
}
