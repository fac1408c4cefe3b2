using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>An engine's pooled contexts: what the last user set isn't left to the next.</summary>
internal sealed class PooledContexts<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<BudgetingDbContext>
    where TContext : BudgetingDbContext
{
    public BudgetingDbContext CreateDbContext()
    {
        var db = contexts.CreateDbContext();
        (db.OrganizationId, db.ViewerId, db.ViewingPersonId, db.Today, db.Recorder) = (Guid.Empty, Guid.Empty, Guid.Empty, default, null);
        return db;
    }
}
