using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>Brings a database to the schema of this program: its migrations, then what protects the data in it.</summary>
internal static class SchemaUpdate
{
    // There while an update is under way: one that was killed behind the last migration has its triggers still to come.
    private const string Mark = "__budgeting_update";

    /// <summary>The migrations that the database has, and whether all of them are this program's.</summary>
    public static async Task<(IReadOnlyList<string> Applied, bool IsKnown)> AppliedAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return (applied, !applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any());
    }

    public static async Task<bool> IsDueAsync(BudgetingDbContext db, IReadOnlyList<string> applied, CancellationToken cancellationToken) =>
        applied.Count < db.Database.GetMigrations().Count() || await db.Dialect.HasTableAsync(db, Mark, cancellationToken);

    public static async Task RunAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync($"CREATE TABLE IF NOT EXISTS {Mark} (begun integer)", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Dialect.MakeGuardsAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync($"DROP TABLE {Mark}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
