using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners are charged for alone.</summary>
public sealed class ChargesService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time) : PeriodRecordService<ChargeInput, ChargeDto>(units, current, time, Role.Admin)
{
    private protected override PeriodRows<ChargeDto> Rows => ChargeRecords.LatestAsync;

    private protected override IRecords<ChargeInput, ChargeDto> In(PeriodContext period) => new ChargeRecords(period);
}
