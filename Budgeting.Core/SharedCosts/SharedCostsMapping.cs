using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.SharedCosts;

/// <summary>Parties, properties and periods.</summary>
internal sealed class SharedCostsMapping :
    IEntityTypeConfiguration<Owner>,
    IEntityTypeConfiguration<Property>,
    IEntityTypeConfiguration<Ownership>,
    IEntityTypeConfiguration<PaymentType>,
    IEntityTypeConfiguration<Period>,
    IEntityTypeConfiguration<PeriodShare>,
    IEntityTypeConfiguration<OpeningBalance>,
    IEntityTypeConfiguration<ClosingBalance>,
    IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Owner> owner)
    {
        owner.ToTable("owners");
        owner.HasLengthsOf(OwnerInput.Fields);
        owner.Property(o => o.Iban).HasMaxLength(Iban.MaxLength); // Without the spaces.
        owner.HasOne<Organization>().WithMany().HasForeignKey(o => o.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        owner.HasOne<Member>().WithMany().HasForeignKey(o => o.MemberId).OnDelete(DeleteBehavior.Restrict);
        owner.HasIndex(o => new { o.OrganizationId, o.MemberId });
    }

    public void Configure(EntityTypeBuilder<Property> property)
    {
        property.HasLengthsOf(PropertyInput.Fields);
        property.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        property.ToTable("properties", t => t.HasCheckConstraint("ck_properties_share_weight", "share_weight >= 0"));
    }

    public void Configure(EntityTypeBuilder<Ownership> ownership)
    {
        ownership.ToTable("ownerships");
        ownership.HasOne<Property>().WithMany().HasForeignKey(o => o.PropertyId).OnDelete(DeleteBehavior.Restrict);
        ownership.HasOne<Owner>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Restrict);
        ownership.HasIndex(o => new { o.PropertyId, o.Since }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaymentType> type)
    {
        type.ToTable("payment_types");
        type.Property(t => t.Name).HasMaxLength(60);
        type.HasOne<Organization>().WithMany().HasForeignKey(t => t.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        type.HasIndex(t => new { t.OrganizationId, t.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Period> period)
    {
        period.Property(p => p.Name).HasMaxLength(100);
        period.Property(p => p.ReopenReason).HasMaxLength(500);
        period.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.OrganizationId, p.Year, p.Name }).IsUnique();
        period.HasIndex(p => new { p.OrganizationId, p.StartDate });
        period.ToTable("periods", t =>
        {
            t.HasCheckConstraint("ck_periods_days", "start_date < end_date AND year = {year:start_date}");
            t.HasCheckConstraint("ck_periods_status", "status BETWEEN 0 AND 1");
        });
        period.HasTriggers("periods");
    }

    public void Configure(EntityTypeBuilder<PeriodShare> share)
    {
        share.HasOne<Property>().WithMany().HasForeignKey(s => s.PropertyId).OnDelete(DeleteBehavior.Restrict);
        share.HasOne<Owner>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
        share.HasIndex(s => new { s.PeriodId, s.PropertyId, s.OwnerId }).IsUnique();
        share.ToPeriodTable("period_shares", ("weight", "share_weight >= 0 AND days > 0"));
    }

    public void Configure(EntityTypeBuilder<OpeningBalance> opening)
    {
        opening.HasOne<Owner>().WithMany().HasForeignKey(b => b.OwnerId).OnDelete(DeleteBehavior.Restrict);
        opening.HasIndex(b => new { b.PeriodId, b.OwnerId }).IsUnique();
        opening.ToPeriodTable("opening_balances");
        opening.HasTriggers("period_balances");
    }

    public void Configure(EntityTypeBuilder<ClosingBalance> closing)
    {
        closing.HasOne<Owner>().WithMany().HasForeignKey(b => b.OwnerId).OnDelete(DeleteBehavior.Restrict);
        closing.HasIndex(b => new { b.PeriodId, b.OwnerId }).IsUnique();
        closing.ToPeriodTable("closing_balances", ("balance", "balance = opening + contributions + paid - allocated - charges"));
        closing.HasTriggers("period_balances");
    }

    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.HasOne<Period>().WithMany().HasForeignKey(s => s.PeriodId).OnDelete(DeleteBehavior.Restrict);
        statement.HasOne<Owner>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
        statement.HasOne<Statement>().WithMany().HasForeignKey(s => s.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        statement.HasIndex(s => new { s.OrganizationId, s.Number }).IsUnique();
        statement.HasIndex(s => new { s.PeriodId, s.OwnerId });
        statement.ToTable("statements").HasTriggers("statements");
    }
}
