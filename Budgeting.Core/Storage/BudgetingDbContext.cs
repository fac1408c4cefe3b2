using System.Linq.Expressions;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.SharedCosts;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Storage;

/// <summary>
/// The one model of the product; a derived context says what is particular to an engine. It sees the rows of one organization
/// and lives for one unit of work.
/// </summary>
public abstract class BudgetingDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>The name of the query filter that keeps organizations apart.</summary>
    public const string TenantFilter = "Tenant";

    /// <summary>The name of the query filter that keeps surprises from those they are for.</summary>
    public const string SurpriseFilter = "Surprise";

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> Tokens => Set<ApiToken>();

    public DbSet<ApiTokenUse> TokenUses => Set<ApiTokenUse>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Occasion> Occasions => Set<Occasion>();

    public DbSet<Gift> Gifts => Set<Gift>();

    public DbSet<GiftPicture> GiftPictures => Set<GiftPicture>();

    public DbSet<EntityBudget> EntityBudgets => Set<EntityBudget>();

    public DbSet<Wish> Wishes => Set<Wish>();

    public DbSet<GuestLink> GuestLinks => Set<GuestLink>();

    public DbSet<Owner> Owners => Set<Owner>();

    public DbSet<Property> Properties => Set<Property>();

    public DbSet<Ownership> Ownerships => Set<Ownership>();

    public DbSet<PaymentType> PaymentTypes => Set<PaymentType>();

    public DbSet<ServicePeriod> ServicePeriods => Set<ServicePeriod>();

    public DbSet<PeriodShare> PeriodShares => Set<PeriodShare>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<Expense> Expenses => Set<Expense>();

    public DbSet<ExpenseAttachment> ExpenseAttachments => Set<ExpenseAttachment>();

    public DbSet<BudgetItem> BudgetItems => Set<BudgetItem>();

    public DbSet<UtilityReading> UtilityReadings => Set<UtilityReading>();

    public DbSet<ServiceCharge> ServiceCharges => Set<ServiceCharge>();

    public DbSet<AllocationLine> AllocationLines => Set<AllocationLine>();

    public DbSet<OpeningBalance> OpeningBalances => Set<OpeningBalance>();

    public DbSet<ClosingBalance> ClosingBalances => Set<ClosingBalance>();

    public DbSet<Statement> Statements => Set<Statement>();

    /// <summary>The members from whom the surprise filter may keep something; all others see the same.</summary>
    internal IQueryable<Guid> LinkedMembers => People.Where(p => p.MemberId != null).Select(p => p.MemberId!.Value);

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

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: writes go through a unit of work.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Changed<ITenantRow>().Any(e => e.Entity.OrganizationId != OrganizationId))
        {
            throw new InvalidOperationException("A unit of work writes to its own organization only.");
        }

        var audited = Changed<IAudited>().ToList();
        if (audited.Count > 0)
        {
            var recorder = Recorder ?? throw new InvalidOperationException("Audited rows are saved through a unit of work only.");
            await recorder.RecordAsync(this, audited, cancellationToken);
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Writes rows that follow from others, in bulk and at once, in the transaction of this unit of work.</summary>
    internal Task InsertDerivedAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, IDerivedRow => BulkRows.InsertAsync(this, rows, cancellationToken);

    /// <inheritdoc cref="InsertDerivedAsync"/>
    internal Task<int> DeleteDerivedAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellationToken)
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

        KeepSurprises(builder);
        SnakeCase.Apply(builder.Model);
    }

    private IEnumerable<EntityEntry<T>> Changed<T>()
        where T : class => ChangeTracker.Entries<T>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);

    private void ConfigureTenantRow(EntityTypeBuilder entity)
    {
        entity.Property(nameof(ITenantRow.Id)).ValueGeneratedNever();
        entity.HasQueryFilter(TenantFilter, TenantFilterOf(entity.Metadata.ClrType));
        if (entity.Metadata.ClrType.IsAssignableTo(typeof(IAudited)))
        {
            entity.Ignore(nameof(IAudited.Topic));
            entity.Property(nameof(IAudited.Version)).IsConcurrencyToken();
        }
    }

    // What is for the person who looks isn't there, unless the occasion has no surprises or they were revealed. A filter of the model:
    // no query, sum or count can forget it.
    private void KeepSurprises(ModelBuilder builder)
    {
        builder.Entity<Gift>().HasQueryFilter(SurpriseFilter, g =>
            g.RecipientId == null ||
            (g.RecipientId != People.Where(p => p.MemberId == ViewerId).Select(p => p.Id).FirstOrDefault() && g.RecipientId != ViewingPersonId) ||
            !Occasions.Any(o => o.Id == g.OccasionId && o.KeptUntil > Today));
        builder.Entity<GiftPicture>().HasQueryFilter(SurpriseFilter, p => Gifts.Any(g => g.Id == p.Id));
        builder.Entity<EntityBudget>().HasQueryFilter(SurpriseFilter, b =>
            b.EntityType != BudgetedEntity.Person ||
            (b.EntityId != People.Where(p => p.MemberId == ViewerId).Select(p => p.Id).FirstOrDefault() && b.EntityId != ViewingPersonId) ||
            !Occasions.Any(o => o.Id == b.OccasionId && o.KeptUntil > Today));
    }

    // row => row.OrganizationId == this.OrganizationId, where an organization's own id stands for it.
    private LambdaExpression TenantFilterOf(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var owner = type == typeof(Organization) ? nameof(Organization.Id) : nameof(ITenantRow.OrganizationId);
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, owner),
                Expression.Property(Expression.Constant(this, typeof(BudgetingDbContext)), nameof(OrganizationId))),
            row);
    }
}
