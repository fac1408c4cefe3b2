using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.Storage.Postgres;

public static class PostgresRegistration
{
    /// <summary>Keeps everything in one database of a PostgreSQL server.</summary>
    /// <param name="connectionString">In Npgsql's form: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString)
    {
        services.AddPooledDbContextFactory<PostgresBudgetingDbContext>(options => Configure(options, connectionString));
        return services
            .AddSingleton<IDbContextFactory<BudgetingDbContext>, PooledContexts<PostgresBudgetingDbContext>>()
            .AddSingleton<DatabaseStartup, PostgresStartup>()
            .AddStorage();
    }

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresRegistration).Assembly.FullName).SetPostgresVersion(15, 0))
        .UseStorageWarnings();
}
