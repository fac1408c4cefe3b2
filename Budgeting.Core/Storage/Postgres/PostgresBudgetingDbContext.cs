using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>The model on PostgreSQL: texts that compare as their characters do, whatever the database's language is.</summary>
public sealed class PostgresBudgetingDbContext(DbContextOptions<PostgresBudgetingDbContext> options) : BudgetingDbContext(options), IDataProtectionKeyContext
{
    /// <summary>The keys of cookies and forms, which every node needs.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whose rows the open connection was told that it may see: an organization's, or nobody's; <c>null</c>: nothing was said yet.</summary>
    internal string? Reach { get; set; }

    internal override Dialect Dialect => PostgresDialect.Instance;

    private protected override bool IsNobodys(object row) => row is DataProtectionKey;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasCollation(Names.Collation, locale: "und", provider: "icu", deterministic: true);

        // Before version 18 there are no others.
        foreach (var computed in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.GetComputedColumnSql() is not null))
        {
            computed.SetIsStored(true);
        }
    }
}
