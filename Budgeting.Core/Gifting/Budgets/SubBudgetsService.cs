using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

public sealed record SubBudgetDto(
    Guid Id, Guid OccasionId, BudgetedEntity EntityType, Guid EntityId, decimal Amount, long Version) : IVersioned
{
    /// <summary>The version on which an amount is set where none was: refused where somebody set one meanwhile.</summary>
    public const long NotSet = 0;
}

/// <summary>An amount that is taken from one recipient's sub-budget and added to another's.</summary>
public sealed record SubBudgetTransferInput(Guid FromId, Guid ToId, decimal Amount);

/// <summary>What is set aside for one recipient of an occasion, and what a member means to spend in it, which only they see.</summary>
public sealed class SubBudgetsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <exception cref="NotFoundException">No such occasion, or no sub-budget is set.</exception>
    public async Task<SubBudgetDto> GetAsync(Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new GiftingRepository(work), occasionId, type, entityId, cancellationToken));
    }

    /// <summary>What is set, if anything.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<SubBudgetDto?> FindAsync(Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(occasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        return await FindAsync(repository, occasionId, type, entityId, cancellationToken) is { } budget ? DtoOf(budget) : null;
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
        await RequireEntityAsync(repository, type, entityId, cancellationToken);
        if (await repository.KeptForAsync(occasionId, cancellationToken) == entityId)
        {
            throw Kept();
        }

        var budget = await repository.SubBudgetAsync(occasionId, type, entityId, cancellationToken);
        if (budget is not null)
        {
            await new AuditRepository(work).RequireVersionAsync(budget, version, "sub-budget", cancellationToken);
        }
        else if (version is not null and not SubBudgetDto.NotSet)
        {
            throw new StaleException("sub-budget", changedBy: null);
        }

        await RequireSumAsync(repository, occasionId, amount!.Value - (budget?.Amount ?? 0), cancellationToken);

        if (budget is null)
        {
            budget = New(occasionId, type, entityId);
            repository.Add(budget);
        }

        budget.Amount = amount.Value;
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

    /// <summary>Takes an amount from what is set aside for one recipient and not used, and sets it aside for another.</summary>
    /// <exception cref="NotFoundException">No such occasion or person here.</exception>
    /// <exception cref="InvalidException">The amount is wrong.</exception>
    /// <exception cref="ConflictException">
    /// Less is unused: <c>sub-budget.short</c>. Or one of them is who asks, and it is kept from them: <c>sub-budget.surprise</c>.
    /// </exception>
    public async Task<SubBudgetDto> TransferAsync(Guid occasionId, SubBudgetTransferInput transfer, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var currency = await current.CurrencyAsync(cancellationToken);
        var check = new Check();
        check.That(transfer.Amount is > 0, "amount", "Enter an amount of more than 0.");
        check.Amount(transfer.Amount, "amount", currency);
        check.That(transfer.FromId != transfer.ToId, "toId", "Choose two different people.");
        check.ThrowIfAny();

        var repository = new GiftingRepository(work);
        var occasion = await repository.OccasionDtoAsync(occasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        await RequireEntityAsync(repository, BudgetedEntity.Person, transfer.FromId, cancellationToken);
        await RequireEntityAsync(repository, BudgetedEntity.Person, transfer.ToId, cancellationToken);
        if (await repository.KeptForAsync(occasionId, cancellationToken) is { } self && (self == transfer.FromId || self == transfer.ToId))
        {
            throw Kept();
        }

        var figures = await OccasionsService.FiguresOf(repository, occasion, currency, cancellationToken);
        if (!(figures.Of(transfer.FromId).Meter.Remaining >= transfer.Amount))
        {
            throw new ConflictException("sub-budget.short", "That much isn't left of it any more.");
        }

        (await RequireAsync(repository, occasionId, BudgetedEntity.Person, transfer.FromId, cancellationToken)).Amount -= transfer.Amount;
        var to = await repository.SubBudgetAsync(occasionId, BudgetedEntity.Person, transfer.ToId, cancellationToken);
        if (to is null)
        {
            to = New(occasionId, BudgetedEntity.Person, transfer.ToId);
            repository.Add(to);
        }

        to.Amount += transfer.Amount;
        return await work.CommitAsync(() => DtoOf(to), cancellationToken);
    }

    private async Task<SubBudget> RequireAsync(
        GiftingRepository repository, Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken) =>
        await FindAsync(repository, occasionId, type, entityId, cancellationToken) ?? throw new NotFoundException("sub-budget");

    // What a member means to spend is theirs alone: nobody else's is there.
    private async Task<SubBudget?> FindAsync(
        GiftingRepository repository, Guid occasionId, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken) =>
        type == BudgetedEntity.Person || entityId == current.MemberId
            ? await repository.SubBudgetAsync(occasionId, type, entityId, cancellationToken)
            : null;

    private async Task RequireEntityAsync(GiftingRepository repository, BudgetedEntity type, Guid entityId, CancellationToken cancellationToken)
    {
        var isThere = type == BudgetedEntity.Person
            ? await repository.PersonExistsAsync(entityId, cancellationToken)
            : entityId == current.MemberId;
        if (!isThere)
        {
            throw new NotFoundException(type == BudgetedEntity.Person ? "person" : "member");
        }
    }

    internal static async Task RequireSumAsync(GiftingRepository repository, Guid occasionId, decimal added, CancellationToken cancellationToken)
    {
        if (await repository.SubBudgetSumAsync(occasionId, cancellationToken) + added > GiftRules.MaxSum)
        {
            throw new InvalidException("amount", "An occasion's sub-budgets can be at most 500,000,000,000 together.");
        }
    }

    private static ConflictException Kept() =>
        new("sub-budget.surprise", "What is set aside for you is kept from you here: ask somebody else to set it.");

    private SubBudget New(Guid occasionId, BudgetedEntity type, Guid entityId) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationId = current.OrganizationId,
        OccasionId = occasionId,
        EntityType = type,
        EntityId = entityId,
        Amount = 0,
    };

    private static SubBudgetDto DtoOf(SubBudget b) => new(b.Id, b.OccasionId, b.EntityType, b.EntityId, b.Amount, b.Version);
}
