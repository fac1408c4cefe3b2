using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

public static class PostgresRegistration
{
    /// <summary>Keeps everything in one database of a PostgreSQL server.</summary>
    /// <exception cref="StorageException">The connection string can't be read: <c>storage.connection</c>.</exception>
    /// <param name="connectionString">In Npgsql's form: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException unreadable)
        {
            throw new StorageException("storage.connection", $"--connection can't be read: {unreadable.Message}", unreadable);
        }

        services.AddPooledDbContextFactory<PostgresBudgetingDbContext>(options => Configure(options, connectionString));
        return services
            .AddSingleton<IDbContextFactory<BudgetingDbContext>, PooledContexts<PostgresBudgetingDbContext>>()
            .AddSingleton<DatabaseStartup, PostgresStartup>()
            .AddSingleton<ChangeListener>(s => new PostgresListener(connectionString, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<PostgresListener>>()))
            .AddStorage();
    }

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres
            .MigrationsAssembly(typeof(PostgresRegistration).Assembly.FullName)
            .SetPostgresVersion(15, 0)
            // Its own one puts each loss of the connection into an error that advises to try again.
            .ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .UseStorageWarnings();
}
