using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Support;

/// <summary>The services of SharedCosts as a member sees them, and the short way to have something in them.</summary>
public sealed class TestCosts(TestActor actor)
{
    public TestActor Actor => actor;

    public OwnersService Owners => actor.Get<OwnersService>();

    public PropertiesService Properties => actor.Get<PropertiesService>();

    public PaymentTypesService PaymentTypes => actor.Get<PaymentTypesService>();

    public PeriodsService Periods => actor.Get<PeriodsService>();

    public ClosingService Closing => actor.Get<ClosingService>();

    public ContributionsService Contributions => actor.Get<ContributionsService>();

    public ExpensesService Expenses => actor.Get<ExpensesService>();

    public BudgetItemsService Items => actor.Get<BudgetItemsService>();

    public ReadingsService Readings => actor.Get<ReadingsService>();

    public ChargesService Charges => actor.Get<ChargesService>();

    public BalancesService Balances => actor.Get<BalancesService>();

    public RecordImportService Imports => actor.Get<RecordImportService>();

    public JournalService Journals => actor.Get<JournalService>();

    public SettleUpService SettleUp => actor.Get<SettleUpService>();

    public StatementsService Statements => actor.Get<StatementsService>();

    public Task<OwnerDto> OwnerAsync(string name, Guid? member = null) => Owners.AddAsync(new OwnerInput { Name = name, MemberId = member }, default);

    public async Task OwnersAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await OwnerAsync($"Owner {i}");
        }
    }

    public Task<PropertyDto> PropertyAsync(OwnerDto owner, decimal weight = 1, string name = "Flat") =>
        Properties.AddAsync(new PropertyInput { Name = name, OwnerId = owner.Id, ShareWeight = weight }, default);

    /// <summary>An owner with one property.</summary>
    public async Task<(OwnerDto Owner, PropertyDto Property)> OwnedAsync(string name, decimal weight = 1)
    {
        var owner = await OwnerAsync(name);
        return (owner, await PropertyAsync(owner, weight, $"{name}'s"));
    }

    /// <summary>The months of 2026 from 1 on, and on into later years.</summary>
    public Task<PeriodDto> MonthAsync(int month) => Periods.AddAsync(MonthInput(month), default);

    public static PeriodInput MonthInput(int month)
    {
        var start = new DateOnly(2026, 1, 1).AddMonths(month - 1);
        return new PeriodInput { Name = start.ToString("yyyy-MM", null), StartDate = start, EndDate = start.AddMonths(1).AddDays(-1) };
    }

    public Task<BudgetItemDto> ItemAsync(
        PeriodDto period, AllocationStrategy strategy = AllocationStrategy.Proportional, decimal? unitPrice = null, string type = "Repairs") =>
        Items.AddAsync(period.Id, new BudgetItemInput { PaymentType = type, BudgetedCost = 100, Strategy = strategy, UnitPrice = unitPrice }, default);

    public Task<ExpenseDto> ExpenseAsync(
        PeriodDto period, decimal amount, BudgetItemDto? item = null, OwnerDto? paidBy = null, bool refund = false) => Expenses.AddAsync(
            period.Id,
            new ExpenseInput
            {
                PaymentType = "Repairs", Amount = amount, Date = period.StartDate, BudgetItemId = item?.Id, PaidByOwnerId = paidBy?.Id, Refund = refund,
            },
            default);

    public Task<ContributionDto> ContributionAsync(PeriodDto period, OwnerDto owner, decimal amount, DateOnly? date = null) =>
        Contributions.AddAsync(period.Id, new ContributionInput { OwnerId = owner.Id, Amount = amount, Date = date ?? period.StartDate }, default);

    public Task<ReadingDto> ReadingAsync(
        PeriodDto period, BudgetItemDto item, PropertyDto property, decimal start, decimal end, decimal? capacity = null, string serial = "A") =>
        Readings.AddAsync(
            period.Id,
            new ReadingInput
            {
                BudgetItemId = item.Id, PropertyId = property.Id, MeterSerial = serial, StartReading = start, EndReading = end, Capacity = capacity,
            },
            default);

    public Task<ChargeDto> ChargeAsync(PeriodDto period, OwnerDto owner, decimal amount) =>
        Charges.AddAsync(period.Id, new ChargeInput { OwnerId = owner.Id, Description = "Lost key", Amount = amount }, default);

    public Task<ClosedPeriodDto> CloseAsync(PeriodDto period, bool confirm = false) =>
        Closing.CloseAsync(period.Id, new CloseInput(confirm, confirm), version: null, default);

    public Task<PeriodDto> ReopenAsync(PeriodDto period) => Closing.ReopenAsync(period.Id, "A bill was late", version: null, default);

    public Task<BalanceSheet> SheetAsync(PeriodDto period) => Balances.SheetAsync(period.Id, default);

    public async Task<BalanceRow> RowAsync(PeriodDto period, OwnerDto owner) => (await SheetAsync(period)).Rows.Single(r => r.OwnerId == owner.Id);

    public async Task<IReadOnlyList<AllocationDto>> AllocationsAsync(PeriodDto period) =>
        (await Balances.AllocationsAsync(period.Id, PageRequest.Of(PageRequest.MaxLimit, cursor: null), default)).Items;
}
