using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench.Costs;

/// <summary>The services of Core on a store that goes with it, with a community whose expenses are shared by all of its owners.</summary>
internal sealed class CostsWorld : IAsyncDisposable
{
    private const int Batch = 500;

    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;
    private readonly Random _random = new(1);

    private CostsWorld(BenchStore store)
    {
        Store = store;
        _services = store.AddTo(new ServiceCollection().AddLogging()).AddKernel().AddOrganizations().AddSharedCosts().BuildServiceProvider();
        _scope = _services.CreateScope();
    }

    public BenchStore Store { get; }

    public Guid OrganizationId { get; private set; }

    public PeriodDto Period { get; private set; } = null!;

    public BudgetItemDto Item { get; private set; } = null!;

    public IReadOnlyList<OwnerDto> Owners { get; private set; } = [];

    public IReadOnlyList<PropertyDto> Properties { get; private set; } = [];

    public static async Task<CostsWorld> CreateAsync(BenchStore store, int owners)
    {
        var world = new CostsWorld(store);
        await world._services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None);
        await world.SetUpAsync(owners);
        return world;
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Another expense, of any amount.</summary>
    public ExpenseInput Expense() => new()
    {
        PaymentType = "utilities", Amount = _random.Next(1, 1_000_000) / 100m, Date = Period.StartDate.AddDays(_random.Next(365)), BudgetItemId = Item.Id,
    };

    /// <summary>Records so many expenses, each shared by all.</summary>
    public async Task FillAsync(int expenses)
    {
        for (var left = expenses; left > 0; left -= Batch)
        {
            var file = new StringBuilder("paymentType,amount,date,budgetItem,description\n");
            foreach (var expense in Enumerable.Range(0, Math.Min(left, Batch)).Select(_ => Expense()))
            {
                file.Append(CultureInfo.InvariantCulture, $"utilities,{expense.Amount},{expense.Date:yyyy-MM-dd},utilities,{left} {file.Length}\n");
            }

            await Get<RecordImportService>().ImportAsync(RecordKind.Expenses, Period.Id, Encoding.UTF8.GetBytes(file.ToString()), CancellationToken.None);
        }
    }

    public async Task WriteJournalAsync(string path)
    {
        await using var output = new StreamWriter(path);
        await (await Get<JournalService>().FileAsync(periodId: null, CancellationToken.None)).WriteAsync(output, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _scope.Dispose();
        await _services.DisposeAsync();
        Store.Dispose();
    }

    private async Task SetUpAsync(int owners)
    {
        var admin = new AccountInput { Name = "Ada", Email = "ada@example.org", Password = "a sentence for benchmarks" };
        var input = new SetupInput { Admin = admin, OrganizationName = "Bench", Currency = "USD" };
        var identified = await _services.GetRequiredService<SetupService>().SetUpAsync(input, CancellationToken.None);
        Get<CurrentMember>().SignIn(identified.OrganizationId, identified.MemberId);
        OrganizationId = identified.OrganizationId;
        var (all, properties) = (new List<OwnerDto>(), new List<PropertyDto>());
        for (var i = 0; i < owners; i++)
        {
            all.Add(await Get<OwnersService>().AddAsync(new OwnerInput { Name = $"Owner {i}" }, CancellationToken.None));
            var property = new PropertyInput { Name = $"Flat {i}", OwnerId = all[i].Id, ShareWeight = _random.Next(200, 2000) / 10m };
            properties.Add(await Get<PropertiesService>().AddAsync(property, CancellationToken.None));
        }

        (Owners, Properties) = (all, properties);
        var year = new PeriodInput { Name = "2026", StartDate = new DateOnly(2026, 1, 1), EndDate = new DateOnly(2026, 12, 31) };
        Period = await Get<PeriodsService>().AddAsync(year, CancellationToken.None);
        var item = new BudgetItemInput { PaymentType = "utilities", BudgetedCost = 1_000_000, Strategy = AllocationStrategy.Proportional };
        Item = await Get<BudgetItemsService>().AddAsync(Period.Id, item, CancellationToken.None);
    }
}
