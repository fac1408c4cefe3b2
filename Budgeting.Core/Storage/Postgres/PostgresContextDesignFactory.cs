using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no database.</summary>
internal sealed class PostgresContextDesignFactory : IDesignTimeDbContextFactory<PostgresBudgetingDbContext>
{
    public PostgresBudgetingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresBudgetingDbContext>();
        PostgresRegistration.Configure(options, "Host=design");
        return new PostgresBudgetingDbContext(options.Options);
    }
}
