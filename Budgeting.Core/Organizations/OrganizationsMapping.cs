using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Organizations;

internal sealed class OrganizationsMapping :
    IEntityTypeConfiguration<Organization>,
    IEntityTypeConfiguration<Member>,
    IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<ApiToken>,
    IEntityTypeConfiguration<ApiTokenUse>,
    IEntityTypeConfiguration<AuditEntry>,
    IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("organizations", table =>
            table.HasCheckConstraint("ck_organizations_fiscal_year_start_month", "fiscal_year_start_month BETWEEN 1 AND 12"));
        organization.Property(o => o.CombinedDutiesReason).HasMaxLength(500);
        organization.Ignore(o => o.OrganizationId);
        organization.Property(o => o.Name).HasMaxLength(100);
        organization.Property(o => o.CurrencyCode).HasMaxLength(3);
        organization.Property(o => o.Iban).HasMaxLength(Iban.MaxLength);
    }

    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.Property(m => m.Name).HasMaxLength(100);
        member.Property(m => m.Email).HasMaxLength(254);
        member.Property(m => m.Role).HasConversion<string>().HasMaxLength(20);
        member.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        member.HasIndex(m => new { m.UserId, m.OrganizationId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Role).HasConversion<string>().HasMaxLength(20);
        invitation.Property(i => i.Note).HasMaxLength(100);
        invitation.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(i => i.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("tokens");
        token.Property(t => t.Name).HasMaxLength(100);
        token.Property(t => t.Hint).HasMaxLength(10);
        token.Property(t => t.Role).HasConversion<string>().HasMaxLength(20);
        token.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Restrict);
        token.HasIndex(t => t.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApiTokenUse> use)
    {
        use.ToTable("token_uses");
        use.HasOne<ApiToken>().WithMany().HasForeignKey(u => u.Id).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> entry) =>
        entry.HasOne<Organization>().WithMany().HasForeignKey(e => e.OrganizationId).OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<IdempotencyRecord> record) =>
        record.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
}
