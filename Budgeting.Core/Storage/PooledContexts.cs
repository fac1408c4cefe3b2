using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

internal static class StorageWarnings
{
    public static DbContextOptionsBuilder UseStorageWarnings(this DbContextOptionsBuilder options) => options
        // A row and the filtered parent it points to are always of the same organization.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning))
        // What fails is told where it is handled, once.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.SaveChangesFailed, RelationalEventId.CommandError, RelationalEventId.TransactionError));
}
