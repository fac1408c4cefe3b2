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
    private readonly ServiceProvider _services;

    public TestInstallation(TestFolder folder, Action<IServiceCollection>? configure = null)
    {
        Folder = folder.Data;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new TestClock()).AddKernel().AddOrganizations().AddSqliteStorage(Folder);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public DataFolder Folder { get; }

    public Task OpenAsync(bool exclusive) => _services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive, CancellationToken.None);

    /// <summary>Opens, and answers the code with which that was refused.</summary>
    public async Task<string> RefusalAsync(bool exclusive) =>
        (await FluentActions.Awaiting(() => OpenAsync(exclusive)).Should().ThrowAsync<StorageException>()).Which.Code;

    public BudgetingDbContext Db() => _services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
