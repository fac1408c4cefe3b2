using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench.Budgets;

/// <summary>The services of Core on a store that goes with it, with an office whose budget of a year has programs and allotments.</summary>
internal sealed class BudgetsWorld : IAsyncDisposable
{
    public const int Year = 2026;

    private const decimal Approved = 100_000_000;

    private static readonly DateOnly Begin = new(Year, 1, 2);

    private readonly ServiceProvider _services;
    private MemberIdentity _admin = null!;

    private BudgetsWorld(BenchStore store)
    {
        Store = store;
        _services = store.AddTo(new ServiceCollection().AddLogging()).AddKernel().AddOrganizations().AddExecution().BuildServiceProvider();
    }

    public BenchStore Store { get; }

    public Guid OrganizationId => _admin.OrganizationId;

    public Guid ProposalId { get; private set; }

    public IReadOnlyList<AllotmentDto> Allotments { get; private set; } = [];

    /// <param name="programs">So many programs, each with the same number of allotments.</param>
    public static async Task<BudgetsWorld> CreateAsync(BenchStore store, int programs, int allotmentsEach)
    {
        var world = new BudgetsWorld(store);
        await world._services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None);
        await world.SetUpAsync(programs, allotmentsEach);
        return world;
    }

    public static ObligationInput Obligation(decimal amount) => new() { Payee = "Paper Ltd", Description = "Paper", Amount = amount, Date = new DateOnly(Year, 3, 1) };

    /// <summary>Services that act as the admin.</summary>
    public IServiceScope Enter()
    {
        var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(_admin.OrganizationId, _admin.MemberId);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Store.Dispose();
    }

    // One person alone: who requests may approve, since what is measured is something else.
    private async Task SetUpAsync(int programs, int allotmentsEach)
    {
        var admin = new AccountInput { Name = "Ada", Email = "ada@example.org", Password = "a sentence for benchmarks" };
        var input = new SetupInput { Admin = admin, OrganizationName = "Bench", Currency = "USD" };
        _admin = await _services.GetRequiredService<SetupService>().SetUpAsync(input, CancellationToken.None);
        using var scope = Enter();
        T Get<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        var combined = new OrganizationInput { Name = "Bench", Currency = "USD", FiscalYearStartMonth = 1, SeparateDuties = false, CombinedDutiesReason = "One person" };
        await Get<OrganizationsService>().UpdateAsync(combined, version: null, CancellationToken.None);
        ProposalId = (await Get<ProposalsService>().AddAsync(new ProposalInput { FiscalYear = Year, Title = "2026" }, CancellationToken.None)).Id;
        var budgets = new List<ProgramBudgetDto>();
        for (var i = 0; i < programs; i++)
        {
            var program = await Get<ProgramsService>().AddAsync(new ProgramInput { Code = $"{i:000}", Name = $"Program {i}" }, CancellationToken.None);
            budgets.Add(await Get<ProgramBudgetsService>().AddAsync(ProposalId, new ProgramBudgetInput { ProgramId = program.Id, RequestedAmount = Approved }, CancellationToken.None));
            await Get<LineItemsService>().AddAsync(budgets[i].Id, new LineItemInput { Description = "All", UnitCost = Approved }, CancellationToken.None);
            await Get<JustificationsService>().AddAsync(budgets[i].Id, new JustificationInput { Text = "Needed" }, CancellationToken.None);
        }

        await Get<ProposalsService>().SubmitAsync(ProposalId, version: null, CancellationToken.None);
        var approvals = new ApprovalsInput { Approvals = [.. budgets.Select(b => new ApprovalInput(b.Id, Approved))], ApprovedOn = Begin };
        await Get<ProposalsService>().ApproveAsync(ProposalId, approvals, version: null, CancellationToken.None);
        var allotments = new List<AllotmentDto>();
        foreach (var budget in budgets)
        {
            for (var i = 0; i < allotmentsEach; i++)
            {
                var allotment = new AllotmentInput { Quarter = 1 + (i % 4), Amount = Approved / allotmentsEach, Status = AllotmentStatus.Released, ReleasedOn = Begin, Reason = "More" };
                allotments.Add(await Get<AllotmentsService>().AddAsync(budget.Id, allotment, CancellationToken.None));
            }
        }

        Allotments = allotments;
    }
}
