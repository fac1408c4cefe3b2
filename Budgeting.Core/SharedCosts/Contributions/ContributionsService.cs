using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners pay to the community. Members record their own, admins everybody's.</summary>
public sealed class ContributionsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : PeriodRecordService<ContributionInput, ContributionDto>(units, current, time, Role.Member)
{
    /// <summary>In the order of their days, each with what its owner had paid until then.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">The cursor is of another list.</exception>
    public async Task<Page<ContributionDto>> ListAsync(Guid periodId, Guid? ownerId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        return await repository.ContributionsAsync(periodId, ownerId, page, cancellationToken);
    }

    private protected override PeriodRows<ContributionDto> Rows => ContributionRecords.LatestAsync;

    private protected override IRecords<ContributionInput, ContributionDto> In(PeriodContext period) => new ContributionRecords(period);
}
