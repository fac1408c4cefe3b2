using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Budgeting.Core.Storage;

/// <summary>
/// Writes many rows at once, past change tracking, which would cost more than the rows themselves: new ones that are imported, with their
/// audit entries, and those that follow from audited ones, which have none.
/// </summary>
internal static class BulkRows
{
    private static readonly ConcurrentDictionary<IEntityType, Plan> Plans = new();

    public static async Task InsertAsync<T>(BudgetingDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, ITenantRow
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (rows.Any(r => r.OrganizationId != db.OrganizationId))
        {
            throw new InvalidOperationException("A unit of work writes to its own organization only.");
        }

        var plan = Plans.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static type => new Plan(type));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        plan.Prepare(command);
        try
        {
            foreach (var row in rows)
            {
                plan.Bind(command, row);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        catch (DbException failed)
        {
            // As a tracked row that can't be saved would end.
            throw StorageException.IsUnavailable(failed) ? StorageException.Unavailable(failed)
                : DatabaseRefusal.IsOne(failed) ? DatabaseRefusal.Of(failed)
                : new DbUpdateException($"{typeof(T).Name}s couldn't be written.", failed);
        }
    }

    /// <summary>Which of many values a column has among the rows of its organization for which another has one value.</summary>
    public static async Task<IReadOnlySet<Guid>> KnownAsync<T>(
        BudgetingDbContext db, (string Property, Guid Value) where, string property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken)
        where T : class, ITenantRow
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();

        // One at a time: asked for many in one, the engine reads all rows instead of seeking each.
        var conditions = new[] { nameof(ITenantRow.OrganizationId), where.Property, property }.Select(name => type.FindProperty(name)!).ToList();
        command.CommandText = $"SELECT 1 FROM {type.GetTableName()} WHERE {string.Join(" AND ", conditions.Select((p, i) => $"{p.GetColumnName()} = @p{i}"))}";
        AddParameters(command, conditions.Count);
        command.Parameters[0].Value = Stored(conditions[0], db.OrganizationId);
        command.Parameters[1].Value = Stored(conditions[1], where.Value);
        var known = new HashSet<Guid>();
        foreach (var wanted in values)
        {
            command.Parameters[2].Value = Stored(conditions[2], wanted);
            if (await command.ExecuteScalarAsync(cancellationToken) is not null)
            {
                known.Add(wanted);
            }
        }

        return known;
    }

    private static void AddParameters(DbCommand command, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
    }

    private static object Stored(IProperty property, object? value) =>
        (property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;

#pragma warning disable RS0030 // Bulk writes go round the audit trail: derived rows have no part in it.
    public static Task<int> DeleteAsync<T>(BudgetingDbContext db, Expression<Func<T, bool>> which, CancellationToken cancellationToken)
        where T : class, IDerivedRow => db.Set<T>().Where(which).ExecuteDeleteAsync(cancellationToken);
#pragma warning restore RS0030

    /// <summary>How a kind of row is inserted: its columns, and each value as the model stores it.</summary>
    private sealed class Plan
    {
        private readonly IProperty[] _properties;
        private readonly string _sql;

        public Plan(IEntityType type)
        {
            _properties = [.. type.GetProperties().Where(p => p.GetComputedColumnSql() is null)];
            var columns = _properties.Select(p => p.GetColumnName());
            _sql = $"INSERT INTO {type.GetTableName()} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", _properties.Select((_, i) => $"@p{i}"))})";
        }

        public void Prepare(DbCommand command)
        {
            command.CommandText = _sql;
            AddParameters(command, _properties.Length);
        }

        public void Bind(DbCommand command, object row)
        {
            for (var i = 0; i < _properties.Length; i++)
            {
                command.Parameters[i].Value = Stored(_properties[i], _properties[i].GetGetter().GetClrValue(row));
            }
        }
    }
}
