using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>Takes back what was written to one sub-budget.</summary>
internal static class SubBudgetUndoing
{
    public static async Task<IReadOnlyList<string>> UndoAsync(
        UnitOfWork work, WrittenRow row, Secrecy secrecy, CancellationToken cancellationToken)
    {
        var newest = (await new AuditRepository(work).VersionsAsync(AuditNames.Of<SubBudget>(), row.Id, cancellationToken))[0];
        if (secrecy.IsKept(newest.State ?? newest.Before!))
        {
            throw new NotFoundException("sub-budget");
        }

        newest.RequireNumber(row.Version, "sub-budget");
        var repository = new GiftingRepository(work);
        if (newest.State is null)
        {
            await AddAsync(work, repository, row.Id, newest, cancellationToken);
            return [];
        }

        var budget = await repository.SubBudgetAsync(row.Id, cancellationToken) ?? throw new NotFoundException("sub-budget");
        if (newest.Before is not { } before)
        {
            repository.Remove(budget);
            return [];
        }

        var amount = before.Get<decimal>("amount");
        await SubBudgetsService.RequireSumAsync(repository, budget.OccasionId, amount - budget.Amount, cancellationToken);
        budget.Amount = amount;
        return [];
    }

    private static async Task AddAsync(
        UnitOfWork work, GiftingRepository repository, Guid id, RowVersion deletion, CancellationToken cancellationToken)
    {
        var was = deletion.Before!;
        var budget = new SubBudget
        {
            Id = id,
            OrganizationId = work.OrganizationId,
            OccasionId = was.Get<Guid>("occasionId"),
            EntityType = was.Get<BudgetedEntity>("entityType"),
            EntityId = was.Get<Guid>("entityId"),
            Amount = was.Get<decimal>("amount"),
            Version = deletion.Number,
        };
        _ = await repository.OccasionDtoAsync(budget.OccasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        if (budget.EntityType == BudgetedEntity.Person && !await repository.PersonExistsAsync(budget.EntityId, cancellationToken))
        {
            throw new NotFoundException("person");
        }

        if (await repository.SubBudgetAsync(budget.OccasionId, budget.EntityType, budget.EntityId, cancellationToken) is not null)
        {
            throw new StaleException("sub-budget", changedBy: null);
        }

        await SubBudgetsService.RequireSumAsync(repository, budget.OccasionId, budget.Amount, cancellationToken);
        repository.Add(budget);
    }
}
