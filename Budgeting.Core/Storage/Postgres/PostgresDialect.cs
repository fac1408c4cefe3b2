using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>PostgreSQL, 15 or later: a server that several nodes share.</summary>
internal sealed class PostgresDialect : Dialect
{
    /// <summary>The channel on which writers have listeners look.</summary>
    public const string Channel = "budgeting_changes";

    private static readonly string[] Tenant = [BudgetingDbContext.TenantFilter];

    public static PostgresDialect Instance { get; } = new();

    public override string Name => "Postgres";

    public override bool HasOneWriter => false;

    public override string YearOf(string column) => $"EXTRACT(year FROM {column})";

    public override DatabaseError? ErrorOf(Exception failed) => failed switch
    {
        PostgresException error => PostgresErrors.Of(error),
        NpgsqlException => new DatabaseError(DatabaseErrorKind.Failed),
        _ => null,
    };

    // What is read before it is written must not change in between, and the audit trail is one chain: the writers of an organization come
    // one after the other, those of several beside each other.
    public override async Task BeginAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await LockAsync(db, db.OrganizationId, cancellationToken);
    }

    public override Task LockAsync(BudgetingDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockOf(organizationId)})", cancellationToken);

    public override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public override async Task InsertAsync<T>(BudgetingDbContext db, BulkColumns columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {columns.Table} ({columns.Names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < columns.Count; i++)
            {
                await (columns.ValueOf(i, row) is { } value ? copy.WriteAsync(value, columns.TypeOf(i), cancellationToken) : copy.WriteNullAsync(cancellationToken));
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public override async Task<IReadOnlySet<Guid>> KnownAsync(
        DbCommand command, string table, (IProperty Property, Guid Value)[] where, IProperty property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken)
    {
        var (column, parameters) = (property.GetColumnName(), ((NpgsqlCommand)command).Parameters);
        command.CommandText = $"SELECT DISTINCT {column} FROM {table} WHERE {string.Join(" AND ", where.Select((w, i) => $"{w.Property.GetColumnName()} = ${i + 1}"))} AND {column} = ANY(${where.Length + 1})";
        foreach (var (_, value) in where)
        {
            parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value });
        }

        parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. values] });
        var known = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(reader.GetGuid(0));
        }

        return known;
    }

    // Writers commit in any order: what one look didn't see, the next one does, whenever it began.
    public override async Task<ChangeTail> TailAsync(BudgetingDbContext db, string? position, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var now = await db.Database.SqlQuery<string>($"SELECT pg_current_snapshot()::text AS \"Value\"").SingleAsync(cancellationToken);
        if (position is null || position == now)
        {
            return new ChangeTail(now, []);
        }

        var entries = await db.AuditEntries
            .FromSql($"""
                SELECT * FROM audit_entries
                WHERE recorded_in >= pg_snapshot_xmin({position}::pg_snapshot)
                  AND NOT pg_visible_in_snapshot(recorded_in, {position}::pg_snapshot)
                  AND pg_visible_in_snapshot(recorded_in, pg_current_snapshot())
                """)
            .IgnoreQueryFilters(Tenant)
            .Select(e => new { e.Id, e.OrganizationId, e.TopicName, e.TopicId })
            .ToListAsync(cancellationToken);
        return new ChangeTail(now, [.. entries.Select(e => (e.Id, new Change(e.OrganizationId, new Topic(e.TopicName, e.TopicId))))]);
    }

    public override Task AnnounceAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')", cancellationToken);

    public override Task<bool> HasTableAsync(BudgetingDbContext db, string table, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT to_regclass({table}) IS NOT NULL AS \"Value\"").SingleAsync(cancellationToken);

    public override async Task MakeTriggersAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
#pragma warning disable EF1002 // Scripts of ours.
        foreach (var part in TriggersOf(db.Model))
        {
            await db.Database.ExecuteSqlRawAsync(part.Sql, cancellationToken);
            if (part.Name is not null)
            {
                await db.Database.ExecuteSqlRawAsync(
                    $"ALTER TABLE {part.Table} ENABLE ALWAYS TRIGGER {part.Name}; COMMENT ON TRIGGER {part.Name} ON {part.Table} IS '{HashOf(part)}'", cancellationToken);
            }
        }
#pragma warning restore EF1002
    }

    public override async Task<string?> BrokenTriggerAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Database.SqlQuery<string>($"""
            SELECT concat_ws(' ', c.relname, t.tgname, obj_description(t.oid, 'pg_trigger')) AS "Value"
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled = 'A' AND n.nspname = current_schema()
            """).ToListAsync(cancellationToken);
        return TriggersOf(db.Model)
            .FirstOrDefault(t => t.Name is not null && !stored.Contains($"{t.Table} {t.Name} {HashOf(t)}", StringComparer.Ordinal))?.Name;
    }

    // The engine writes statements in its own way: what they were made from stands beside them.
    private static string HashOf(TriggerScript part) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.Sql)));

    private static long LockOf(Guid organizationId) => BinaryPrimitives.ReadInt64BigEndian(organizationId.ToByteArray(bigEndian: true).AsSpan(8));
}
