using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners pay to the community. Members record their own, admins everybody's.</summary>
public sealed class ContributionsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>In the order of their days, each with what its owner had paid until then.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<ContributionDto>> ListAsync(Guid periodId, Guid? ownerId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        return await repository.ContributionsAsync(periodId, ownerId, page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such contribution here.</exception>
    public async Task<ContributionDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireAsync(new SharedCostsRepository(work), id, cancellationToken));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such contribution here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<Contribution>(id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ForbiddenException">It is somebody else's, and who acts is no admin.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    public async Task<ContributionDto> AddAsync(Guid periodId, ContributionInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var rules = new RecordRules(work, repository, current);
        var period = await rules.RequireOpenAsync(periodId, cancellationToken);
        var contribution = New(periodId);
        await ApplyAsync(rules, period, contribution, input, cancellationToken);
        await rules.RequireOwnAsync(contribution.OwnerId, cancellationToken);
        repository.Add(contribution);
        return await work.CommitAsync(() => DtoOf(contribution), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out is emptied.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such contribution here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ForbiddenException">It is somebody else's, and who acts is no admin.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<ContributionDto> UpdateAsync(Guid id, ContributionInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var rules = new RecordRules(work, repository, current);
        var contribution = await RequireAsync(repository, id, cancellationToken);
        await rules.RequireOwnAsync(contribution.OwnerId, cancellationToken);
        var period = await rules.RequireEditableAsync(contribution, contribution.PeriodId, version, "contribution", cancellationToken);
        await ApplyAsync(rules, period, contribution, input, cancellationToken);
        await rules.RequireOwnAsync(contribution.OwnerId, cancellationToken);
        return await work.CommitAsync(() => DtoOf(contribution), cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync"/>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var rules = new RecordRules(work, repository, current);
        var contribution = await RequireAsync(repository, id, cancellationToken);
        await rules.RequireOwnAsync(contribution.OwnerId, cancellationToken);
        await rules.RequireEditableAsync(contribution, contribution.PeriodId, version, "contribution", cancellationToken);
        repository.Remove(contribution);
        await work.CommitAsync(cancellationToken);
    }

    internal static async Task ApplyAsync(
        RecordRules rules, ServicePeriod period, Contribution contribution, ContributionInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        await rules.CheckAmountAsync(check, RecordedSum.Contributions, period, contribution.Amount, input.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, input.Date);
        check.That(input.OwnerId is not null, "ownerId", "Choose an owner.");
        await rules.CheckOwnerAsync(check, input.OwnerId, "ownerId", cancellationToken);
        contribution.Comment = check.Optional(input.Comment, "comment", 500);
        check.ThrowIfAny();
        (contribution.OwnerId, contribution.Amount, contribution.Payout, contribution.Date) =
            (input.OwnerId!.Value, input.Amount!.Value, input.Payout, input.Date!.Value);
    }

    private static async Task<Contribution> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.ContributionAsync(id, cancellationToken) ?? throw new NotFoundException("contribution");

    private Contribution New(Guid periodId) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, PeriodId = periodId, OwnerId = default,
    };

    internal static ContributionDto DtoOf(Contribution c) => new(c.Id, c.PeriodId, c.OwnerId, c.Amount, c.Payout, c.Date, c.Comment, Cumulative: null, c.Version);
}
