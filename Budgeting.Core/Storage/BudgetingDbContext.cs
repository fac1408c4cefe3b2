using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Budgeting.Core.Kernel.Audit;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Storage;

/// <summary>
/// The one model of the product; a derived context says what is particular to an engine. It sees the rows of one organization
/// and lives for one unit of work.
/// </summary>
public abstract partial class BudgetingDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>The name of the query filter that keeps organizations apart.</summary>
    public const string TenantFilter = "Tenant";

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <summary>What its engine does in its own way.</summary>
    internal abstract Dialect Dialect { get; }

    /// <summary>The organization whose rows this context sees; none until it is set.</summary>
    internal Guid OrganizationId { get; set; }

    /// <summary>The member who looks, and from whom surprises are kept; none where nobody in particular does.</summary>
    internal Guid ViewerId { get; set; }

    /// <summary>A person from whom surprises are kept as well: a guest shows what they and the member who let them in may see.</summary>
    internal Guid ViewingPersonId { get; set; }

    /// <summary>The day that decides which surprises were revealed, in UTC.</summary>
    internal DateOnly Today { get; set; }

    /// <summary>Writes the audit entries of a unit of work. Without one, audited rows can't be saved.</summary>
    internal AuditRecorder? Recorder { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => ChangeTracker.Entries().All(e => IsNobodys(e.Entity))
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("Save asynchronously: writes go through a unit of work.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Once, for everything here that asks what has changed.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (Changed<ITenantRow>().Any(e => e.Entity.OrganizationId != OrganizationId))
            {
                throw new InvalidOperationException("A unit of work writes to its own organization only.");
            }

            var audited = Changed<IAudited>().ToList();
            if (audited.Count == 0)
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            var recorder = Recorder ?? throw new InvalidOperationException("Audited rows are saved through a unit of work only.");
            var entries = await recorder.EntriesOfAsync(this, audited, cancellationToken);
            if (!Dialect.HasOneWriter)
            {
                // In one round trip with the rows.
                AuditEntries.AddRange(entries);
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await BulkRows.InsertAsync(this, entries, cancellationToken);
            return saved + entries.Count;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Writes rows that follow from others, in bulk and at once, in the transaction of this unit of work.</summary>
    internal Task InsertDerivedAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, IDerivedRow => BulkRows.InsertAsync(this, rows, cancellationToken);

    /// <inheritdoc cref="InsertDerivedAsync"/>
    internal Task DeleteDerivedAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellationToken)
        where T : class, IDerivedRow => BulkRows.DeleteAsync(this, which, cancellationToken);

    /// <summary>Writes new rows with their audit entries, in bulk and at once, in the transaction of this unit of work.</summary>
    internal async Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, IAudited
    {
        var entries = await Recorder!.EntriesOfNewAsync(this, rows, cancellationToken);
        await BulkRows.InsertAsync(this, rows, cancellationToken);
        await BulkRows.InsertAsync(this, entries, cancellationToken);
    }

    /// <inheritdoc cref="BulkRows.KnownAsync"/>
    internal Task<IReadOnlySet<Guid>> KnownAsync<T>(
        (string Property, Guid Value) where, string property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken)
        where T : class, ITenantRow => BulkRows.KnownAsync<T>(this, where, property, values, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<MillionthsConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BudgetingDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(ITenantRow))).ToList())
        {
            ConfigureTenantRow(builder.Entity(type));
        }

        foreach (var part in ModelPart.All)
        {
            part.Configure(builder, this);
        }

        SnakeCase.Apply(builder.Model);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            WriteChecks(entity);
        }
    }

    /// <summary>Whether a row is no data of anybody, but of the installation itself.</summary>
    private protected virtual bool IsNobodys(object row) => false;

    // Checks are SQL of every engine, but for the year of a date: {year:start_date}.
    private void WriteChecks(IMutableEntityType entity)
    {
        foreach (var check in entity.GetCheckConstraints().Where(c => c.Sql.Contains("{year:", StringComparison.Ordinal)).ToList())
        {
            entity.RemoveCheckConstraint(check.ModelName);
            entity.AddCheckConstraint(check.ModelName, YearIn().Replace(check.Sql, year => Dialect.YearOf(year.Groups["column"].Value)));
        }
    }

    [GeneratedRegex(@"\{year:(?<column>\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearIn();

    private IEnumerable<EntityEntry<T>> Changed<T>()
        where T : class => ChangeTracker.Entries<T>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);

    private void ConfigureTenantRow(EntityTypeBuilder entity)
    {
        entity.Property(nameof(ITenantRow.Id)).ValueGeneratedNever();
        entity.HasQueryFilter(TenantFilter, TenantFilterOf(entity.Metadata));
        if (entity.Metadata.ClrType.IsAssignableTo(typeof(IAudited)))
        {
            entity.Ignore(nameof(IAudited.Topic));
            entity.Property(nameof(IAudited.Version)).IsConcurrencyToken();
        }
    }

    // row => row.OrganizationId == this.OrganizationId; a row without such a column is the organization itself.
    private LambdaExpression TenantFilterOf(IReadOnlyEntityType type)
    {
        var row = Expression.Parameter(type.ClrType, "row");
        var owner = type.FindProperty(nameof(ITenantRow.OrganizationId)) is null ? nameof(ITenantRow.Id) : nameof(ITenantRow.OrganizationId);
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, owner),
                Expression.Property(Expression.Constant(this, typeof(BudgetingDbContext)), nameof(OrganizationId))),
            row);
    }
}
