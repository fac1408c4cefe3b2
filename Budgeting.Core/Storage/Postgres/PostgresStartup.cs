using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>A database on a server, which several nodes may serve at once.</summary>
internal sealed class PostgresStartup(IDbContextFactory<BudgetingDbContext> contexts) : DatabaseStartup
{
    private static readonly Version Oldest = new(15, 0);

    // Of the update of the schema: nodes that start at once come one after the other.
    private const long UpdateLock = 0x6275646765746e67;

    /// <inheritdoc/>
    public override async Task OpenAsync(bool exclusive, CancellationToken cancellationToken, Action<string>? say = null)
    {
        await using var db = contexts.CreateDbContext();
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            var server = ((NpgsqlConnection)db.Database.GetDbConnection()).PostgreSqlVersion;
            if (server < Oldest)
            {
                throw ServerRefusals.TooOld(server, Oldest);
            }

            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpdateLock})", cancellationToken);
            try
            {
                await PrepareAsync(db, say, cancellationToken);
            }
            finally
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpdateLock})", CancellationToken.None);
            }
        }
        catch (NpgsqlException failed)
        {
            throw ServerRefusals.Of(failed);
        }
    }

    public override string Place
    {
        get
        {
            using var db = contexts.CreateDbContext();
            var server = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
            return $"the database {server.Database} on {server.Host}";
        }
    }

    public override StorageException KeysUnusable(Exception failed) =>
        new("storage.keys", "The keys in the table data_protection_keys can't be used. Delete its rows: everybody must sign in again then.", failed);

    private static async Task PrepareAsync(BudgetingDbContext db, Action<string>? say, CancellationToken cancellationToken)
    {
        var (applied, isKnown) = await SchemaUpdate.AppliedAsync(db, cancellationToken);
        if (!isKnown)
        {
            throw ServerRefusals.Newer();
        }

        if (await SchemaUpdate.IsDueAsync(db, applied, cancellationToken))
        {
            say?.Invoke(applied.Count == 0 ? "Making the database." : "Updating the database.");
            await SchemaUpdate.RunAsync(db, cancellationToken);
        }

        if (await db.Dialect.BrokenTriggerAsync(db, cancellationToken) is { } broken)
        {
            throw ServerRefusals.TriggerMissing(broken);
        }
    }
}
