using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners are charged for alone.</summary>
public sealed class ChargesService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>In the order of their days.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<ChargeDto>> ListAsync(Guid periodId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        return await repository.ChargesAsync(periodId, page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such charge here.</exception>
    public async Task<ChargeDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new SharedCostsRepository(work), id, cancellationToken));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such charge here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<ServiceCharge>(id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    public async Task<ChargeDto> AddAsync(Guid periodId, ChargeInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var rules = new RecordRules(work, repository, current);
        var period = await rules.RequireOpenAsync(periodId, cancellationToken);
        var charge = new ServiceCharge
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, PeriodId = periodId, OwnerId = default, Description = "",
        };
        await ApplyAsync(rules, period, charge, input, cancellationToken);
        repository.Add(charge);
        return await work.CommitAsync(() => DtoOf(charge), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such charge here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<ChargeDto> UpdateAsync(Guid id, ChargeInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var rules = new RecordRules(work, repository, current);
        var charge = await RequireAsync(repository, id, cancellationToken);
        var period = await rules.RequireEditableAsync(charge, charge.PeriodId, version, "charge", cancellationToken);
        await ApplyAsync(rules, period, charge, input, cancellationToken);
        return await work.CommitAsync(() => DtoOf(charge), cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync"/>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var charge = await RequireAsync(repository, id, cancellationToken);
        await new RecordRules(work, repository, current).RequireEditableAsync(charge, charge.PeriodId, version, "charge", cancellationToken);
        repository.Remove(charge);
        await work.CommitAsync(cancellationToken);
    }

    internal static async Task ApplyAsync(RecordRules rules, ServicePeriod period, ServiceCharge charge, ChargeInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        charge.Description = check.Required(input.Description, "description", "what it is for", 500);
        await rules.CheckAmountAsync(check, RecordedSum.Charges, period, charge.Amount, input.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, input.Date ?? period.EndDate);
        check.That(input.OwnerId is not null, "ownerId", "Choose an owner.");
        await rules.CheckOwnerAsync(check, input.OwnerId, "ownerId", cancellationToken);
        check.ThrowIfAny();
        (charge.OwnerId, charge.Amount, charge.Date) = (input.OwnerId!.Value, input.Amount!.Value, input.Date ?? period.EndDate);
    }

    private static async Task<ServiceCharge> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.ChargeAsync(id, cancellationToken) ?? throw new NotFoundException("charge");

    private static ChargeDto DtoOf(ServiceCharge c) => new(c.Id, c.PeriodId, c.OwnerId, c.Description, c.Amount, c.Date, c.Version);
}
