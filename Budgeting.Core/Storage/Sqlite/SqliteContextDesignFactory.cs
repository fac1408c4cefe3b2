using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no database.</summary>
internal sealed class SqliteContextDesignFactory : IDesignTimeDbContextFactory<SqliteBudgetingDbContext>
{
    public SqliteBudgetingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteBudgetingDbContext>();
        SqliteRegistration.Configure(options, new SqliteConnections("Data Source=design.db"));
        return new SqliteBudgetingDbContext(options.Options);
    }
}
