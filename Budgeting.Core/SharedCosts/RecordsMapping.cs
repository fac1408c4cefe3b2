using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.SharedCosts;

/// <summary>What is recorded in a period. Each sum of a balance sheet is made over an index named “figures” alone, in its order.</summary>
internal sealed class RecordsMapping :
    IEntityTypeConfiguration<Contribution>,
    IEntityTypeConfiguration<Expense>,
    IEntityTypeConfiguration<Receipt>,
    IEntityTypeConfiguration<BudgetItem>,
    IEntityTypeConfiguration<Reading>,
    IEntityTypeConfiguration<Charge>,
    IEntityTypeConfiguration<AllocationLine>
{
    public void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.Property(c => c.Comment).HasMaxLength(500);
        contribution.HasOne<Period>().WithMany().HasForeignKey(c => c.PeriodId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasOne<Owner>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasIndex(c => new { c.PeriodId, c.OrganizationId, c.OwnerId, c.Payout, c.Amount }).HasDatabaseName("ix_contributions_figures");
        contribution.HasIndex(c => new { c.PeriodId, c.Date });
        contribution.HasIndex(c => new { c.PeriodId, c.ImportKey }).IsUnique(); // Of those without a key as well: imports ask for them.
        contribution.ToTable("contributions", t =>
        {
            t.HasCheckConstraint("ck_contributions_amount", "amount > 0");
            ClosedPeriodTriggers.Guard(t, "contributions");
        });
    }

    public void Configure(EntityTypeBuilder<Expense> expense)
    {
        expense.Property(e => e.PaymentType).HasMaxLength(60);
        expense.Property(e => e.Vendor).HasMaxLength(100);
        expense.Property(e => e.Description).HasMaxLength(500);
        expense.Property(e => e.Receipt).HasMaxLength(64);
        expense.HasOne<Period>().WithMany().HasForeignKey(e => e.PeriodId).OnDelete(DeleteBehavior.Restrict);
        expense.HasOne<Owner>().WithMany().HasForeignKey(e => e.PaidByOwnerId).OnDelete(DeleteBehavior.Restrict);
        expense.HasOne<BudgetItem>().WithMany().HasForeignKey(e => e.BudgetItemId).OnDelete(DeleteBehavior.Restrict);
        expense.HasIndex(e => new { e.PeriodId, e.OrganizationId, e.PaidByOwnerId, e.BudgetItemId, e.PaymentType, e.Refund, e.Amount, e.Id })
            .HasDatabaseName("ix_expenses_figures");
        expense.HasIndex(e => new { e.PeriodId, e.Date });
        expense.HasIndex(e => new { e.PeriodId, e.ImportKey }).IsUnique(); // Of those without a key as well: imports ask for them.
        expense.ToTable("expenses", t =>
        {
            t.HasCheckConstraint("ck_expenses_amount", "amount > 0");
            ClosedPeriodTriggers.Guard(t, "expenses");
        });
    }

    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.Property(r => r.FileName).HasMaxLength(200);
        receipt.Property(r => r.ContentType).HasMaxLength(20);
        receipt.HasOne<Expense>().WithOne().HasForeignKey<Receipt>(r => r.Id).OnDelete(DeleteBehavior.Cascade);
        receipt.HasOne<Period>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        receipt.ToTable("receipts", t =>
        {
            t.HasCheckConstraint("ck_receipts_bytes", "typeof(bytes) = 'blob' AND length(bytes) BETWEEN 1 AND 10485760");
            ClosedPeriodTriggers.Guard(t, "receipts");
        });
    }

    public void Configure(EntityTypeBuilder<BudgetItem> item)
    {
        item.Property(i => i.PaymentType).HasMaxLength(60);
        item.HasOne<Period>().WithMany().HasForeignKey(i => i.PeriodId).OnDelete(DeleteBehavior.Restrict);
        item.ToTable("budget_items", t =>
        {
            t.HasCheckConstraint("ck_budget_items_amounts", "budgeted_cost >= 0 AND (unit_price IS NULL OR unit_price >= 0)");
            t.HasCheckConstraint("ck_budget_items_strategy", "strategy BETWEEN 0 AND 3");
            ClosedPeriodTriggers.Guard(t, "budget_items");
        });
    }

    public void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.Property(r => r.MeterSerial).HasMaxLength(60);
        reading.HasOne<Period>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        reading.HasOne<BudgetItem>().WithMany().HasForeignKey(r => r.BudgetItemId).OnDelete(DeleteBehavior.Restrict);
        reading.HasOne<Property>().WithMany().HasForeignKey(r => r.PropertyId).OnDelete(DeleteBehavior.Restrict);
        reading.HasIndex(r => new { r.BudgetItemId, r.PropertyId, r.MeterSerial }).IsUnique();
        reading.ToTable("readings", t =>
        {
            t.HasCheckConstraint("ck_readings_start", "start_reading >= 0 AND end_reading >= 0");
            t.HasCheckConstraint(
                "ck_readings_end",
                "end_reading >= start_reading OR (capacity IS NOT NULL AND capacity >= start_reading)");
            ClosedPeriodTriggers.Guard(t, "readings");
        });
    }

    public void Configure(EntityTypeBuilder<Charge> charge)
    {
        charge.Property(c => c.Description).HasMaxLength(500);
        charge.HasOne<Period>().WithMany().HasForeignKey(c => c.PeriodId).OnDelete(DeleteBehavior.Restrict);
        charge.HasOne<Owner>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        charge.HasIndex(c => new { c.PeriodId, c.OrganizationId, c.OwnerId, c.Amount }).HasDatabaseName("ix_charges_figures");
        charge.ToTable("charges", t =>
        {
            t.HasCheckConstraint("ck_charges_amount", "amount > 0");
            ClosedPeriodTriggers.Guard(t, "charges");
        });
    }

    // Nothing points to owner, property or expense: each of them would cost every line an index, and lines are made of rows that point there.
    public void Configure(EntityTypeBuilder<AllocationLine> line)
    {
        line.HasOne<Period>().WithMany().HasForeignKey(l => l.PeriodId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.PeriodId, l.OrganizationId, l.OwnerId, l.IsTariff, l.Amount }).HasDatabaseName("ix_allocation_lines_figures");
        line.HasIndex(l => l.SourceId);
        line.ToTable("allocation_lines", t =>
        {
            t.HasCheckConstraint("ck_allocation_lines_basis", "weight >= 0 AND days > 0 AND adjustment BETWEEN -1 AND 1");
            ClosedPeriodTriggers.Guard(t, "allocation_lines");
        });
    }
}
