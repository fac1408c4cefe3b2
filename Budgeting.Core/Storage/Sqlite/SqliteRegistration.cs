using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.Storage.Sqlite;

public static class SqliteRegistration
{
    /// <summary>Keeps everything in one SQLite file in the folder.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, DataFolder folder)
    {
        var connectionString = ConnectionString(folder);
        services.AddPooledDbContextFactory<SqliteBudgetingDbContext>(options => Configure(options, connectionString));
        return services
            .AddSingleton(folder)
            .AddSingleton<IDbContextFactory<BudgetingDbContext>, SqliteContexts>()
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

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteRegistration).Assembly.FullName))
        .AddInterceptors(SqlitePragmas.Instance)
        // A row and the filtered parent it points to are always of the same organization.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning))
        // What fails is told where it is handled, once.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.SaveChangesFailed, RelationalEventId.CommandError, RelationalEventId.TransactionError));

    private sealed class SqliteContexts(IDbContextFactory<SqliteBudgetingDbContext> contexts) : IDbContextFactory<BudgetingDbContext>
    {
        // Contexts are pooled: what the last user set must not be left to the next.
        public BudgetingDbContext CreateDbContext()
        {
            var db = contexts.CreateDbContext();
            (db.OrganizationId, db.ViewerId, db.Recorder) = (Guid.Empty, Guid.Empty, null);
            return db;
        }
    }
}
