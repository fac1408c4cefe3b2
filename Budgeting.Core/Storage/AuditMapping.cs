using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Storage;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Entity).HasMaxLength(40);
        entry.Property(e => e.Action).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.TopicName).HasMaxLength(40);
        entry.HasIndex(e => new { e.OrganizationId, e.Sequence }).IsUnique();
        entry.HasIndex(e => new { e.OrganizationId, e.EntityId, e.Sequence });
        entry.HasIndex(e => new { e.OrganizationId, e.At, e.Sequence });
        entry.HasTriggers("audit_entries");
    }
}
