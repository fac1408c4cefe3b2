using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>The model on SQLite: ids as bytes in network order, and numbers that are numbers.</summary>
public sealed class SqliteBudgetingDbContext(DbContextOptions<SqliteBudgetingDbContext> options) : BudgetingDbContext(options)
{
    internal override Dialect Dialect => SqliteDialect.Instance;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var entity in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ITenantRow))))
        {
            RequireIntegers(entity);
            RequireBlobs(entity);
            NameTriggers(entity);
        }
    }

    // An INTEGER column of SQLite takes 10.5 and 'abc' as well: say that it mustn't.
    private static void RequireIntegers(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties().Where(IsStoredNumber))
        {
            var column = property.GetColumnName();
            var rule = $"typeof({column}) = 'integer'";
            entity.AddCheckConstraint(
                $"ck_{entity.GetTableName()}_{column}_integer", property.IsNullable ? $"{column} IS NULL OR {rule}" : rule);
        }
    }

    // Nor is a text bytes, whatever its length.
    private static void RequireBlobs(IMutableEntityType entity)
    {
        foreach (var column in entity.GetProperties().Where(p => p.ClrType == typeof(byte[])).Select(p => p.GetColumnName()))
        {
            entity.AddCheckConstraint($"ck_{entity.GetTableName()}_{column}_blob", $"typeof({column}) = 'blob'");
        }
    }

    // EF reads what the database computed in another way where a table has triggers.
    private void NameTriggers(IMutableEntityType entity)
    {
        foreach (var trigger in TriggerScripts.Of(entity, Dialect.Name))
        {
            entity.AddTrigger(trigger.Name!);
        }
    }

    private static bool IsStoredNumber(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return property.GetComputedColumnSql() is null && (type == typeof(decimal) || type == typeof(int) || type == typeof(long));
    }
}
