using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage;

/// <summary>The model on SQLite: ids as bytes in network order, and numbers that are numbers.</summary>
public sealed class SqliteBudgetingDbContext(DbContextOptions<SqliteBudgetingDbContext> options) : BudgetingDbContext(options)
{
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

    private static bool IsStoredNumber(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return property.GetComputedColumnSql() is null && (type == typeof(decimal) || type == typeof(int) || type == typeof(long));
    }
}
