using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.Storage.Sqlite;

public static class SqliteRegistration
{
    /// <summary>Keeps everything in one SQLite file in the folder.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, DataFolder folder)
    {
        services.AddPooledDbContextFactory<SqliteBudgetingDbContext>((provider, options) => Configure(options, provider.GetRequiredService<SqliteConnections>()));
        return services
            .AddSingleton(_ => new SqliteConnections(ConnectionString(folder)))
            .AddSingleton(folder)
            .AddSingleton<IDbContextFactory<BudgetingDbContext>, PooledContexts<SqliteBudgetingDbContext>>()
            .AddSingleton<DatabaseStartup, SqliteStartup>()
            .AddStorage();
    }

    internal static string ConnectionString(DataFolder folder) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.DatabaseFile,
        ForeignKeys = true,
        RecursiveTriggers = true,
        DefaultTimeout = 5,
    }.ToString();

    internal static void Configure(DbContextOptionsBuilder options, SqliteConnections connections) => options
        .UseSqlite(connections.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteRegistration).Assembly.FullName))
        .AddInterceptors(connections)
        .UseStorageWarnings();
}
