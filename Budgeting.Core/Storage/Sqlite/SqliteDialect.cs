using System.Data.Common;
using System.Globalization;
using Budgeting.Core.Kernel.Changes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>SQLite: one file, one writer.</summary>
internal sealed class SqliteDialect : Dialect
{
    public static SqliteDialect Instance { get; } = new();

    public override string Name => "Sqlite";

    public override bool HasOneWriter => true;

    // Dates are text: 2026-12-24.
    public override string YearOf(string column) => $"CAST(substr({column}, 1, 4) AS INTEGER)";

    // A column takes whatever it is given.
    public override string IsId(string column) => $"typeof({column}) = 'blob' AND length({column}) = 16";

    public override DatabaseError? ErrorOf(Exception failed) => failed is SqliteException error ? SqliteErrors.Of(error) : null;

    // It is IMMEDIATE: one that begins to read and then wants to write may be refused at once.
    public override Task BeginAsync(BudgetingDbContext db, CancellationToken cancellationToken) => db.Database.BeginTransactionAsync(cancellationToken);

    // They do.
    public override Task LockAsync(BudgetingDbContext db, Guid organizationId, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override async Task InsertAsync<T>(BudgetingDbContext db, BulkColumns columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        await using var command = ConnectionOf(db).Prepared(columns.InsertOne, columns.Count);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = columns.ValueOf(i, row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // One at a time: asked for many in one, the engine reads all rows instead of seeking each.
    public override async Task<IReadOnlySet<Guid>> KnownAsync(
        BudgetingDbContext db, string table, (IProperty Property, Guid Value)[] where, IProperty property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var conditions = where.Select(w => w.Property).Append(property).Select((p, i) => $"{p.GetColumnName()} = @p{i}");
        await using var command = ConnectionOf(db).Prepared($"SELECT 1 FROM {table} WHERE {string.Join(" AND ", conditions)}", where.Length + 1);
        for (var i = 0; i < where.Length; i++)
        {
            command.Parameters[i].Value = BulkColumns.Stored(where[i].Property, where[i].Value);
        }

        var known = new HashSet<Guid>();
        foreach (var wanted in values)
        {
            command.Parameters[where.Length].Value = BulkColumns.Stored(property, wanted);
            if (await command.ExecuteScalarAsync(cancellationToken) is not null)
            {
                known.Add(wanted);
            }
        }

        return known;
    }

    // One writer: rows are visible in the order of their rowids.
    public override async Task<ChangeTail> TailAsync(BudgetingDbContext db, string? position, CancellationToken cancellationToken)
    {
        var last = await db.Database.SqlQuery<long>($"SELECT coalesce(max(rowid), 0) AS Value FROM audit_entries").SingleAsync(cancellationToken);
        if (position is null || long.Parse(position, CultureInfo.InvariantCulture) is var seen && last <= seen)
        {
            return new ChangeTail(last.ToString(CultureInfo.InvariantCulture), []);
        }

        var entries = await db.AuditEntries
            .FromSql($"SELECT * FROM audit_entries WHERE rowid > {seen} AND rowid <= {last}")
            .OfAllOrganizations()
            .Select(e => new { e.Id, e.OrganizationId, e.TopicName, e.TopicId })
            .ToListAsync(cancellationToken);
        return new ChangeTail(
            last.ToString(CultureInfo.InvariantCulture),
            [.. entries.Select(e => (e.Id, new Change(e.OrganizationId, new Topic(e.TopicName, e.TopicId))))]);
    }

    // Other processes are verbs of the command line: that their pages are told two seconds later does no harm.
    public override Task AnnounceAsync(BudgetingDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task<bool> HasTableAsync(BudgetingDbContext db, string table, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = {table}) AS Value").SingleAsync(cancellationToken);

    public override async Task MakeGuardsAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        foreach (var trigger in TriggersOf(db.Model))
        {
#pragma warning disable EF1002 // A script of ours.
            await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER IF EXISTS {trigger.Name}; {trigger.Sql}", cancellationToken);
#pragma warning restore EF1002
        }
    }

    public override async Task<string?> BrokenGuardAsync(BudgetingDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync(cancellationToken);
        return TriggersOf(db.Model).FirstOrDefault(t => !stored.Contains(t.Sql, StringComparer.Ordinal))?.Name;
    }

    private static OpenConnection ConnectionOf(BudgetingDbContext db) => (OpenConnection)db.Database.GetDbConnection();
}
