using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <param name="Engine">Which database, with its version, such as <c>SQLite 3.46.1</c>.</param>
/// <param name="Schema">The last migration that it has; <c>null</c>: none, or it can't be asked.</param>
/// <param name="IsReady">Whether it can be asked, and has the schema that this program needs.</param>
public sealed record DatabaseState(string Engine, string? Schema, bool IsReady);

/// <summary>Looks whether the database can be used, for those who watch the server.</summary>
public sealed class DatabaseHealth(IDbContextFactory<BudgetingDbContext> contexts)
{
    public async Task<DatabaseState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateDbContext();
        var engine = db.Database.ProviderName!.Split('.')[^1];
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            return new DatabaseState(
                $"{engine} {db.Database.GetDbConnection().ServerVersion}",
                applied.LastOrDefault(),
                applied.SequenceEqual(db.Database.GetMigrations(), StringComparer.Ordinal));
        }
        catch (DbException)
        {
            return new DatabaseState(engine, Schema: null, IsReady: false);
        }
    }
}
