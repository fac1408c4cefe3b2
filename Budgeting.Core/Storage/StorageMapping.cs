using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Storage;

internal sealed class StorageMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.Property(r => r.Key).HasMaxLength(200);
        record.HasIndex(r => new { r.OrganizationId, r.MemberId, r.Key }).IsUnique();
    }
}
