using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
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

    // A column each, whatever the number of rows: row-level security refuses COPY, which was no faster.
    public override Task InsertAsync<T>(BudgetingDbContext db, BulkColumns columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        var values = Enumerable.Range(0, columns.Count)
            .Select(i => new NpgsqlParameter($"p{i}", columns.ValuesOf(i, rows)) { DataTypeName = $"{columns.TypeOf(i)}[]" })
            .ToList();
        var sql = $"INSERT INTO {columns.Table} ({columns.Names}) SELECT * FROM unnest({string.Join(", ", values.Select(v => $"@{v.ParameterName}"))})";
        return db.Database.ExecuteSqlRawAsync(sql, values, cancellationToken);
    }

    public override async Task<IReadOnlySet<Guid>> KnownAsync(
        BudgetingDbContext db, string table, (IProperty Property, Guid Value)[] where, IProperty property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken)
    {
        var column = property.GetColumnName();
        var conditions = where.Select((w, i) => $"{w.Property.GetColumnName()} = {{{i}}}").Append($"{column} = ANY({{{where.Length}}})");
#pragma warning disable EF1002 // Names of our model.
        var known = await db.Database
            .SqlQueryRaw<Guid>($"SELECT DISTINCT {column} AS \"Value\" FROM {table} WHERE {string.Join(" AND ", conditions)}", [.. where.Select(w => w.Value), values.ToArray()])
            .ToListAsync(cancellationToken);
#pragma warning restore EF1002
        return known.ToHashSet();
    }

    public override Task<IReadOnlyList<string>> BrokenTotalsAsync(BudgetingDbContext db, CancellationToken cancellationToken) => PostgresTotals.BrokenAsync(db, cancellationToken);

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
            .OfAllOrganizations()
            .Select(e => new { e.Id, e.OrganizationId, e.TopicName, e.TopicId })
            .ToListAsync(cancellationToken);
        return new ChangeTail(now, [.. entries.Select(e => (e.Id, new Change(e.OrganizationId, new Topic(e.TopicName, e.TopicId))))]);
    }

    public override Task AnnounceAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')", cancellationToken);

    public override Task<bool> HasTableAsync(BudgetingDbContext db, string table, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT to_regclass({table}) IS NOT NULL AS \"Value\"").SingleAsync(cancellationToken);

    public override Task MakeGuardsAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        PostgresGuards.MakeAsync(db, TriggersOf(db.Model), cancellationToken);

    public override Task<string?> BrokenGuardAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        PostgresGuards.BrokenAsync(db, TriggersOf(db.Model), cancellationToken);

    /// <summary>The number of an organization's lock; an empty one: of the installation's.</summary>
    internal static long LockOf(Guid organizationId) => BinaryPrimitives.ReadInt64BigEndian(organizationId.ToByteArray(bigEndian: true).AsSpan(8));
}
