using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>A database on a server, which several nodes may serve at once.</summary>
internal sealed class PostgresStartup(IDbContextFactory<BudgetingDbContext> contexts, PostgresConnections connections, ILogger<PostgresStartup> logger) : DatabaseStartup
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
            throw ServerRefusals.Of(failed, PostgresConnections.ServingOption, PostgresConnections.PlaceOf(connections.Serving));
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

    // The context is the app's, which sees nothing but what it is granted.
    private async Task PrepareAsync(BudgetingDbContext db, Action<string>? say, CancellationToken cancellationToken)
    {
        await UpdateAsync(db, say, cancellationToken);
        if (await db.Dialect.BrokenGuardAsync(db, cancellationToken) is { } broken)
        {
            throw ServerRefusals.GuardMissing(broken);
        }

        if (await TenantPolicies.AreBypassedAsync(db, cancellationToken))
        {
            logger.LogWarning("The user of {Option} is a superuser or bypasses row-level security: only the program keeps organizations apart.", PostgresConnections.ServingOption);
        }
    }

    private async Task UpdateAsync(BudgetingDbContext serving, Action<string>? say, CancellationToken cancellationToken)
    {
        await using var owner = connections.ContextForUpdates();
        try
        {
            await owner.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException failed) when (connections.HasOwner)
        {
            throw ServerRefusals.Of(failed, PostgresConnections.OwnerOption, PostgresConnections.PlaceOf(connections.Updating));
        }

        if (connections.HasOwner && await DatabaseAsync(serving, cancellationToken) != await DatabaseAsync(owner, cancellationToken))
        {
            throw ServerRefusals.OtherDatabase();
        }

        var (applied, isKnown) = await SchemaUpdate.AppliedAsync(owner, cancellationToken);
        if (!isKnown)
        {
            throw ServerRefusals.Newer();
        }

        if (await SchemaUpdate.IsDueAsync(owner, applied, cancellationToken))
        {
            if (!await AppRights.MayMakeTablesAsync(owner, cancellationToken))
            {
                throw ServerRefusals.NoOwner(connections.HasOwner);
            }

            say?.Invoke(applied.Count == 0 ? "Making the database." : "Updating the database.");
            await SchemaUpdate.RunAsync(owner, cancellationToken);
        }

        if (connections.HasOwner && await RoleAsync(serving, cancellationToken) is var role && role != await RoleAsync(owner, cancellationToken))
        {
            await AppRights.GiveAsync(owner, role, owner.Dialect.TriggersOf(owner.Model), cancellationToken);
        }
    }

    // A server is the one that began at that instant, however it is reached.
    private static Task<string> DatabaseAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"SELECT concat_ws(' ', current_database(), pg_postmaster_start_time()) AS \"Value\"").SingleAsync(cancellationToken);

    private static Task<string> RoleAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"SELECT current_user::text AS \"Value\"").SingleAsync(cancellationToken);
}
