using Budgeting.Core.Kernel.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Gifting;

internal sealed class GiftingMapping :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Occasion>,
    IEntityTypeConfiguration<Gift>,
    IEntityTypeConfiguration<EntityBudget>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Name).HasMaxLength(100);
        person.Property(p => p.Notes).HasMaxLength(2000);
        person.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        person.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Restrict);
        person.HasIndex(p => new { p.OrganizationId, p.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Occasion> occasion)
    {
        occasion.Property(o => o.Name).HasMaxLength(100);
        occasion.Property(o => o.Kind).HasMaxLength(40);
        occasion.HasOne<Organization>().WithMany().HasForeignKey(o => o.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasIndex(o => new { o.OrganizationId, o.Date });
        occasion.ToTable(t =>
        {
            t.HasCheckConstraint("ck_occasions_budget", "budget_total >= 0");
            t.HasCheckConstraint("ck_occasions_near", "near_threshold_percent BETWEEN 1 AND 100");
        });
    }

    public void Configure(EntityTypeBuilder<Gift> gift)
    {
        gift.Property(g => g.Name).HasMaxLength(200);
        gift.Property(g => g.Url).HasMaxLength(2000);
        gift.Property(g => g.Notes).HasMaxLength(2000);
        gift.Property(g => g.LineTotal).HasComputedColumnSql("COALESCE(discount_price, price, 0) * quantity", stored: true);
        gift.Property(g => g.Unpriced).HasComputedColumnSql("discount_price IS NULL AND price IS NULL", stored: true);
        gift.HasOne<Occasion>().WithMany().HasForeignKey(g => g.OccasionId).OnDelete(DeleteBehavior.Restrict);
        gift.HasOne<Person>().WithMany().HasForeignKey(g => g.RecipientId).OnDelete(DeleteBehavior.Restrict);
        gift.HasOne<Member>().WithMany().HasForeignKey(g => g.BuyerId).OnDelete(DeleteBehavior.Restrict);
        // Every figure of an occasion is summed over this index alone, in its order.
        gift.HasIndex(g => new { g.OrganizationId, g.OccasionId, g.Status, g.RecipientId, g.LineTotal, g.Unpriced })
            .HasDatabaseName("ix_gifts_figures");
        gift.HasIndex(g => new { g.OccasionId, g.Status, g.Position });
        gift.ToTable(t =>
        {
            t.HasCheckConstraint("ck_gifts_price", "price >= 0");
            t.HasCheckConstraint("ck_gifts_discount_price", "discount_price >= 0 AND (price IS NULL OR discount_price <= price)");
            t.HasCheckConstraint("ck_gifts_quantity", "quantity >= 1");
            t.HasCheckConstraint("ck_gifts_status", "status BETWEEN 0 AND 3");
        });
    }

    public void Configure(EntityTypeBuilder<EntityBudget> budget)
    {
        budget.Property(b => b.EntityType).HasConversion<string>().HasMaxLength(20);
        budget.HasOne<Occasion>().WithMany().HasForeignKey(b => b.OccasionId).OnDelete(DeleteBehavior.Restrict);
        budget.HasIndex(b => new { b.OccasionId, b.EntityType, b.EntityId }).IsUnique();
        budget.ToTable(t => t.HasCheckConstraint("ck_entity_budgets_amount", "amount >= 0"));
    }
}
