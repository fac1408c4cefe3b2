using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>Makes what tests of shared costs begin with: a period is the year 2026, of which records have some day.</summary>
internal static class SharedCostsRecords
{
    public const string Periods = "/api/v1/periods";

    public static Task<OwnerDto> OwnerAsync(this TestActor actor, string name = "Ada", Guid? memberId = null) =>
        actor.Get<OwnersService>().AddAsync(new OwnerInput { Name = name, MemberId = memberId }, CancellationToken.None);

    public static Task<PropertyDto> PropertyAsync(this TestActor actor, OwnerDto owner, decimal weight = 1, bool active = true) =>
        actor.Get<PropertiesService>().AddAsync(
            new PropertyInput { Name = "Flat", OwnerId = owner.Id, ShareWeight = weight, Active = active }, CancellationToken.None);

    public static Task<PeriodDto> PeriodAsync(this TestActor actor, string name = "2026", int year = 2026) =>
        actor.Get<PeriodsService>().AddAsync(
            new PeriodInput { Name = name, StartDate = new DateOnly(year, 1, 1), EndDate = new DateOnly(year, 12, 31) }, CancellationToken.None);

    public static Task<BudgetItemDto> ItemAsync(this TestActor actor, PeriodDto period, AllocationStrategy strategy = AllocationStrategy.Proportional) =>
        actor.Get<BudgetItemsService>().AddAsync(
            period.Id, new BudgetItemInput { PaymentType = "Repairs", BudgetedCost = 100, Strategy = strategy }, CancellationToken.None);

    public static Task<ReadingDto> ReadingAsync(this TestActor actor, BudgetItemDto item, PropertyDto property) =>
        actor.Get<ReadingsService>().AddAsync(
            item.PeriodId,
            new ReadingInput { BudgetItemId = item.Id, PropertyId = property.Id, MeterSerial = "A-1", StartReading = 0, EndReading = 10 },
            CancellationToken.None);

    public static Task<ExpenseDto> ExpenseAsync(this TestActor actor, PeriodDto period, decimal amount, BudgetItemDto? item = null, OwnerDto? paidBy = null) =>
        actor.Get<ExpensesService>().AddAsync(
            period.Id,
            new ExpenseInput { PaymentType = "Repairs", Amount = amount, Date = period.StartDate, BudgetItemId = item?.Id, PaidByOwnerId = paidBy?.Id },
            CancellationToken.None);

    public static Task<ContributionDto> ContributionAsync(this TestActor actor, PeriodDto period, OwnerDto owner, decimal amount) =>
        actor.Get<ContributionsService>().AddAsync(
            period.Id, new ContributionInput { OwnerId = owner.Id, Amount = amount, Date = period.StartDate }, CancellationToken.None);

    public static Task<ChargeDto> ChargeAsync(this TestActor actor, PeriodDto period, OwnerDto owner, decimal amount) =>
        actor.Get<ChargesService>().AddAsync(
            period.Id, new ChargeInput { OwnerId = owner.Id, Description = "Key", Amount = amount }, CancellationToken.None);

    /// <summary>Where something of a period is, such as its <c>expenses</c>.</summary>
    public static string Address(this PeriodDto period, string tail = "") => $"{Periods}/{period.Id}{(tail.Length == 0 ? "" : "/")}{tail}";
}
