using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

public sealed record SubBudgetDto(
    Guid Id, Guid OccasionId, BudgetedEntity EntityType, Guid EntityId, decimal Amount, long Version) : IVersioned;

/// <summary>What is set aside for one recipient of an occasion.</summary>
public sealed class SubBudgetsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <exception cref="NotFoundException">No such occasion, or no sub-budget is set.</exception>
    public async Task<SubBudgetDto> GetAsync(Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new GiftingRepository(work), occasionId, type, entityId, cancellationToken));
    }

    /// <summary>Sets the sub-budget. More than the occasion's budget in sum is allowed.</summary>
    /// <exception cref="NotFoundException">No such occasion or person here.</exception>
    /// <exception cref="InvalidException">The amount is wrong.</exception>
    /// <exception cref="ConflictException">It is for who asks, and kept from them: <c>sub-budget.surprise</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<SubBudgetDto> SetAsync(
        Guid occasionId, BudgetedEntity type, Guid entityId, decimal? amount, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var check = new Check();
        check.That(Enum.IsDefined(type), "entityType", "Choose what the sub-budget is for.");
        check.That(amount is not null, "amount", "Enter an amount.");
        check.Amount(amount, "amount", await current.CurrencyAsync(cancellationToken));
        check.ThrowIfAny();

        var repository = new GiftingRepository(work);
        _ = await repository.OccasionAsync(occasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        _ = await repository.PersonAsync(entityId, cancellationToken) ?? throw new NotFoundException("person");
        if (await repository.KeptForAsync(occasionId, cancellationToken) == entityId)
        {
            throw new ConflictException("sub-budget.surprise", "What is set aside for you is kept from you here: ask somebody else to set it.");
        }

        var budget = await repository.SubBudgetAsync(occasionId, type, entityId, cancellationToken);
        if (budget is not null)
        {
            await new AuditRepository(work).RequireVersionAsync(budget, version, "sub-budget", cancellationToken);
        }
        else if (version is not null)
        {
            throw new StaleException("sub-budget", changedBy: null);
        }

        if (await repository.SubBudgetSumAsync(occasionId, cancellationToken) - (budget?.Amount ?? 0) + amount > GiftRules.MaxSum)
        {
            throw new InvalidException("amount", "An occasion's sub-budgets can be at most 500,000,000,000 together.");
        }

        if (budget is null)
        {
            budget = New(occasionId, type, entityId);
            repository.Add(budget);
        }

        budget.Amount = amount!.Value;
        return await work.CommitAsync(() => DtoOf(budget), cancellationToken);
    }

    /// <inheritdoc cref="SetAsync"/>
    public async Task DeleteAsync(Guid occasionId, BudgetedEntity type, Guid entityId, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var budget = await RequireAsync(repository, occasionId, type, entityId, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(budget, version, "sub-budget", cancellationToken);
        repository.Remove(budget);
        await work.CommitAsync(cancellationToken);
    }

    private static async Task<EntityBudget> RequireAsync(
        GiftingRepository repository, Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken) =>
        await repository.SubBudgetAsync(occasionId, type, entityId, cancellationToken)
            ?? throw new NotFoundException("sub-budget");

    private EntityBudget New(Guid occasionId, BudgetedEntity type, Guid entityId) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationId = current.OrganizationId,
        OccasionId = occasionId,
        EntityType = type,
        EntityId = entityId,
        Amount = 0,
    };

    private static SubBudgetDto DtoOf(EntityBudget b) => new(b.Id, b.OccasionId, b.EntityType, b.EntityId, b.Amount, b.Version);
}
