using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>Brings the database up to this program's model before anything else uses it.</summary>
public sealed class DatabaseStartup(IDbContextFactory<BudgetingDbContext> contexts)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateDbContext();
        await db.Database.MigrateAsync(cancellationToken);
    }
}
