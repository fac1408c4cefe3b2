using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Support;

/// <summary>One process's view of a data folder: opens the database as the server or the command line does.</summary>
public sealed class TestInstallation : IAsyncDisposable
{
    private readonly TestStore _store;
    private readonly ServiceProvider _services;

    public TestInstallation(TestStore store, Action<IServiceCollection>? configure = null)
    {
        _store = store;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new TestClock()).AddKernel().AddOrganizations();
        store.AddTo(services);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public DataFolder Folder => ((TestFolder)_store).Data;

    public Task OpenAsync(bool exclusive) => _services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive, CancellationToken.None);

    /// <summary>Opens, and answers the code with which that was refused.</summary>
    public async Task<string> RefusalAsync(bool exclusive) =>
        (await FluentActions.Awaiting(() => OpenAsync(exclusive)).Should().ThrowAsync<StorageException>()).Which.Code;

    public BudgetingDbContext Db() => _services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
