using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Storage.Postgres;

public static class PostgresRegistration
{
    /// <summary>Keeps everything in one database of a PostgreSQL server.</summary>
    /// <exception cref="StorageException">A connection string can't be read: <c>storage.connection</c>.</exception>
    /// <param name="services">To be added to.</param>
    /// <param name="connectionString">What the app serves with, in Npgsql's form: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <param name="ownerConnectionString">What makes and updates the tables, as a role that owns them; <c>null</c>: the same does both.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString, string? ownerConnectionString = null)
    {
        var connections = new PostgresConnections(connectionString, ownerConnectionString);
        services.AddPooledDbContextFactory<PostgresBudgetingDbContext>(options => Configure(options, connections.Serving));
        return services
            .AddSingleton(connections)
            .AddSingleton<IDbContextFactory<BudgetingDbContext>, PooledContexts<PostgresBudgetingDbContext>>()
            .AddSingleton<DatabaseStartup, PostgresStartup>()
            .AddSingleton<ChangeListener>(s => new PostgresListener(connections.Serving, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<PostgresListener>>()))
            .AddStorage();
    }

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => ConfigureForUpdates(options, connectionString).AddInterceptors(PostgresReach.Instance);

    /// <summary>Without a reach of its own: it has what its connection says.</summary>
    internal static DbContextOptionsBuilder ConfigureForUpdates(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres
            .MigrationsAssembly(typeof(PostgresRegistration).Assembly.FullName)
            .SetPostgresVersion(15, 0)
            // Its own one puts each loss of the connection into an error that advises to try again.
            .ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .UseStorageWarnings();
}
