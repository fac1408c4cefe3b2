using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

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
        await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
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
        var records = await SubBudgetRecords.OpenAsync(work, current, time, cancellationToken);
        var input = new SubBudgetInput { EntityType = type, EntityId = entityId, Amount = amount };
        if (await FindAsync(new GiftingRepository(work), occasionId, type, entityId, cancellationToken) is { } budget)
        {
            return await work.CommitAsync(await records.UpdateAsync(budget.Id, input, version, cancellationToken), cancellationToken);
        }

        return version is null or SubBudgetDto.NotSet
            ? await work.CommitAsync(await records.AddAsync(occasionId, input, cancellationToken), cancellationToken)
            : throw new StaleException("sub-budget", changedBy: null);
    }

    /// <inheritdoc cref="SetAsync"/>
    public async Task DeleteAsync(Guid occasionId, BudgetedEntity type, Guid entityId, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var budget = await RequireAsync(new GiftingRepository(work), occasionId, type, entityId, cancellationToken);
        await (await SubBudgetRecords.OpenAsync(work, current, time, cancellationToken)).DeleteAsync(budget.Id, version, cancellationToken);
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
        var occasion = await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        var records = await SubBudgetRecords.OpenAsync(work, current, time, cancellationToken);
        await records.RequireEntityAsync(BudgetedEntity.Person, transfer.FromId, cancellationToken);
        await records.RequireEntityAsync(BudgetedEntity.Person, transfer.ToId, cancellationToken);
        if (await repository.KeptForAsync(occasionId, cancellationToken) is { } self && (self == transfer.FromId || self == transfer.ToId))
        {
            throw SubBudgetRecords.Kept();
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
            to = records.New(Guid.CreateVersion7(time.GetUtcNow()), occasionId);
            to.EntityId = transfer.ToId;
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

    private static SubBudgetDto DtoOf(SubBudget b) => new(b.Id, b.OccasionId, b.EntityType, b.EntityId, b.Amount, b.Version);
}
