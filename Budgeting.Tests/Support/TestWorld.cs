using Budgeting.Core.Execution;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Core.SampleData;
using Budgeting.Core.SharedCosts;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Support;

/// <summary>The services of Core on a real database of its own, which goes with it.</summary>
public sealed class TestWorld : IAsyncDisposable
{
    public const string Password = TestActors.Password;

    /// <summary>Passwords of tests are no secrets: to make them cheap to guess saves most of a test's time.</summary>
    public static Action<PasswordHasherOptions> HashQuickly { get; } = options => options.IterationCount = 1;

    private readonly ServiceProvider _services;
    private readonly bool _ownsStore;

    private TestWorld(TestStore store, bool ownsStore, TestClock clock, QueryLog? queries)
    {
        (Store, _ownsStore, Clock) = (store, ownsStore, clock);
        var services = new ServiceCollection()
            .AddLogging(logging => queries?.AddTo(logging))
            .AddSingleton<TimeProvider>(clock)
            .AddKernel().AddOrganizations()
            .Configure(HashQuickly)
            .AddGifting()
            .AddSharedCosts()
            .AddExecution()
            .AddSampleData();
        store.AddTo(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public TestStore Store { get; }

    /// <summary>Where the store is a folder.</summary>
    public TestFolder Folder => (TestFolder)Store;

    public TestClock Clock { get; }

    public IServiceProvider Services => _services;

    public ChangeFeed Feed => _services.GetRequiredService<ChangeFeed>();

    /// <summary>A migrated, empty database; in <paramref name="store"/>, which then stays, or in one of its own.</summary>
    public static async Task<TestWorld> CreateAsync(TestStore? store = null, QueryLog? queries = null)
    {
        var world = new TestWorld(store ?? TestStore.WithDatabase(), ownsStore: store is null, new TestClock(), queries);
        await world._services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: false, CancellationToken.None);
        return world;
    }

    /// <inheritdoc cref="TestActors.OrganizationAsync"/>
    public Task<TestActor> OrganizationAsync(string name = "Family", string currency = "USD") => _services.OrganizationAsync(name, currency);

    /// <inheritdoc cref="TestActors.MemberAsync"/>
    public Task<TestActor> MemberAsync(TestActor of, Role role, string? name = null) => _services.MemberAsync(of, role, name);

    public TestActor ActAs(MemberIdentity identified) => _services.ActAs(identified);

    /// <inheritdoc cref="TestStore.Shell"/>
    public SqlShell Shell() => Store.Shell();

    /// <summary>A context that sees the organization, for looking at what was stored.</summary>
    public BudgetingDbContext Db(Guid organizationId)
    {
        var db = _services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();
        db.OrganizationId = organizationId;
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsStore)
        {
            Store.Dispose();
        }
    }
}
