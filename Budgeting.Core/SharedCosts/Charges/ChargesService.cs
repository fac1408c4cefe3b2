using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners are charged for alone.</summary>
public sealed class ChargesService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time) : RecordService<ChargeInput, ChargeDto>(units, Role.Admin)
{
    private protected override async ValueTask<IRecords<ChargeInput, ChargeDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new ChargeRecords(await PeriodContext.OpenAsync(work, current, time, cancellationToken));
}
