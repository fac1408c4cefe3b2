using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Gifting;

internal sealed class GiftingMapping :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Occasion>,
    IEntityTypeConfiguration<Gift>,
    IEntityTypeConfiguration<GiftPicture>,
    IEntityTypeConfiguration<SubBudget>,
    IEntityTypeConfiguration<Wish>,
    IEntityTypeConfiguration<GuestLink>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.HasLengthsOf(PersonInput.Fields);
        person.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        person.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Restrict);
        person.HasIndex(p => new { p.OrganizationId, p.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Occasion> occasion)
    {
        occasion.HasLengthsOf(OccasionInput.Fields);
        occasion.HasOne<Organization>().WithMany().HasForeignKey(o => o.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        occasion.Property(o => o.KeptUntil)
            .HasComputedColumnSql("CASE WHEN surprises THEN COALESCE(reveal_on, '9999-12-31') ELSE '0001-01-01' END", stored: false);
        occasion.HasOne<Occasion>().WithMany().HasForeignKey(o => o.PreviousId).OnDelete(DeleteBehavior.SetNull);
        occasion.HasIndex(o => new { o.OrganizationId, o.Date });
        occasion.ToTable("occasions", t =>
        {
            t.HasCheckConstraint("ck_occasions_budget", "budget_total >= 0");
            t.HasCheckConstraint("ck_occasions_near", "near_threshold_percent BETWEEN 1 AND 100");
        });
    }

    public void Configure(EntityTypeBuilder<Gift> gift)
    {
        gift.HasLengthsOf(GiftInput.Fields);
        gift.Property(g => g.Picture).HasMaxLength(64);
        gift.Property(g => g.LineTotal).HasComputedColumnSql(GiftPrice.TotalSql, stored: true);
        gift.Property(g => g.Unpriced).HasComputedColumnSql(GiftPrice.UnknownSql, stored: true);
        gift.HasOne<Occasion>().WithMany().HasForeignKey(g => g.OccasionId).OnDelete(DeleteBehavior.Restrict);
        gift.HasOne<Person>().WithMany().HasForeignKey(g => g.RecipientId).OnDelete(DeleteBehavior.Restrict);
        gift.HasOne<Member>().WithMany().HasForeignKey(g => g.BuyerId).OnDelete(DeleteBehavior.Restrict);
        gift.Property(g => g.Givers).HasConversion(
            givers => JsonSerializer.Serialize(givers, JsonFormat.Options),
            json => json == "[]" ? Array.Empty<Giver>() : JsonSerializer.Deserialize<Giver[]>(json, JsonFormat.Options)!,
            new ValueComparer<IReadOnlyList<Giver>>((a, b) => a!.SequenceEqual(b!), givers => givers.Count, givers => givers));
        gift.HasOne<Wish>().WithMany().HasForeignKey(g => g.WishId).OnDelete(DeleteBehavior.Restrict);
        gift.HasIndex(g => new { g.OccasionId, g.ImportKey }).IsUnique();
        // Every figure of an occasion is summed over this index alone, in its order.
        gift.HasIndex(g => new { g.OrganizationId, g.OccasionId, g.Status, g.RecipientId, g.LineTotal, g.Unpriced })
            .HasDatabaseName("ix_gifts_figures");
        gift.Property(g => g.Place).HasMaxLength(BoardPlace.MaxLength);
        gift.HasIndex(g => new { g.OccasionId, g.Status, g.Place });
        gift.ToTable("gifts", t =>
        {
            t.HasCheckConstraint("ck_gifts_price", "price >= 0");
            t.HasCheckConstraint("ck_gifts_discount_price", "discount_price >= 0 AND (price IS NULL OR discount_price <= price)");
            t.HasCheckConstraint("ck_gifts_quantity", "quantity >= 1");
            t.HasCheckConstraint("ck_gifts_status", "status BETWEEN 0 AND 3");
        });
    }

    public void Configure(EntityTypeBuilder<GiftPicture> picture)
    {
        picture.Property(p => p.ContentType).HasMaxLength(20);
        picture.HasOne<Gift>().WithOne().HasForeignKey<GiftPicture>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
        picture.ToTable("gift_pictures", t => t.HasCheckConstraint("ck_gift_pictures_bytes", "length(bytes) BETWEEN 1 AND 1048576"));
    }

    public void Configure(EntityTypeBuilder<SubBudget> budget)
    {
        budget.Property(b => b.EntityType).HasConversion<string>().HasMaxLength(20);
        budget.HasOne<Occasion>().WithMany().HasForeignKey(b => b.OccasionId).OnDelete(DeleteBehavior.Restrict);
        budget.HasIndex(b => new { b.OccasionId, b.EntityType, b.EntityId }).IsUnique();
        budget.ToTable("sub_budgets", t => t.HasCheckConstraint("ck_sub_budgets_amount", "amount >= 0"));
    }

    public void Configure(EntityTypeBuilder<Wish> wish)
    {
        wish.ToTable("wishes");
        wish.HasLengthsOf(WishInput.Fields);
        wish.HasOne<Occasion>().WithMany().HasForeignKey(w => w.OccasionId).OnDelete(DeleteBehavior.Restrict);
        wish.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GuestLink> link)
    {
        link.ToTable("guest_links");
        link.Property(l => l.Note).HasMaxLength(100);
        link.HasOne<Occasion>().WithMany().HasForeignKey(l => l.OccasionId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Person>().WithMany().HasForeignKey(l => l.KeptForId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => l.Hash).IsUnique();
    }
}
