using Budgeting.Core.Storage;
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
        contribution.HasLengthsOf(ContributionInput.Fields);
        contribution.HasOne<Owner>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasIndex(c => new { c.PeriodId, c.OrganizationId, c.OwnerId, c.Payout, c.Amount }).HasDatabaseName("ix_contributions_figures");
        contribution.HasIndex(c => new { c.PeriodId, c.Date });
        contribution.HasIndex(c => new { c.PeriodId, c.ImportKey }).IsUnique(); // Of those without a key as well: imports ask for them.
        contribution.ToPeriodTable("contributions", ("amount", "amount > 0"));
    }

    public void Configure(EntityTypeBuilder<Expense> expense)
    {
        expense.HasLengthsOf(ExpenseInput.Fields);
        expense.Property(e => e.Receipt).HasMaxLength(64);
        expense.HasOne<Owner>().WithMany().HasForeignKey(e => e.PaidByOwnerId).OnDelete(DeleteBehavior.Restrict);
        expense.HasOne<BudgetItem>().WithMany().HasForeignKey(e => e.BudgetItemId).OnDelete(DeleteBehavior.Restrict);
        expense.HasIndex(e => new { e.PeriodId, e.OrganizationId, e.PaidByOwnerId, e.BudgetItemId, e.PaymentType, e.Refund, e.Amount, e.Id })
            .HasDatabaseName("ix_expenses_figures");
        expense.HasIndex(e => new { e.PeriodId, e.Date });
        expense.HasIndex(e => new { e.PeriodId, e.ImportKey }).IsUnique(); // Of those without a key as well: imports ask for them.
        expense.ToPeriodTable("expenses", ("amount", "amount > 0"));
    }

    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.Property(r => r.FileName).HasMaxLength(200);
        receipt.Property(r => r.ContentType).HasMaxLength(20);
        receipt.HasOne<Expense>().WithOne().HasForeignKey<Receipt>(r => r.Id).OnDelete(DeleteBehavior.Cascade);
        receipt.ToPeriodTable("receipts", ("bytes", "length(bytes) BETWEEN 1 AND 10485760"));
    }

    public void Configure(EntityTypeBuilder<BudgetItem> item)
    {
        item.HasLengthsOf(BudgetItemInput.Fields);
        item.ToPeriodTable(
            "budget_items",
            ("amounts", "budgeted_cost >= 0 AND (unit_price IS NULL OR unit_price >= 0)"),
            ("strategy", "strategy BETWEEN 0 AND 3"));
    }

    public void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.HasLengthsOf(ReadingInput.Fields);
        reading.HasOne<BudgetItem>().WithMany().HasForeignKey(r => r.BudgetItemId).OnDelete(DeleteBehavior.Restrict);
        reading.HasOne<Property>().WithMany().HasForeignKey(r => r.PropertyId).OnDelete(DeleteBehavior.Restrict);
        reading.HasIndex(r => new { r.BudgetItemId, r.PropertyId, r.MeterSerial }).IsUnique();
        reading.ToPeriodTable(
            "readings",
            ("start", "start_reading >= 0 AND end_reading >= 0"),
            ("end", "end_reading >= start_reading OR (capacity IS NOT NULL AND capacity >= start_reading)"));
    }

    public void Configure(EntityTypeBuilder<Charge> charge)
    {
        charge.HasLengthsOf(ChargeInput.Fields);
        charge.HasOne<Owner>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        charge.HasIndex(c => new { c.PeriodId, c.OrganizationId, c.OwnerId, c.Amount }).HasDatabaseName("ix_charges_figures");
        charge.ToPeriodTable("charges", ("amount", "amount > 0"));
    }

    // Nothing points to owner, property or expense: each of them would cost every line an index, and lines are made of rows that point there.
    public void Configure(EntityTypeBuilder<AllocationLine> line)
    {
        line.HasIndex(l => new { l.PeriodId, l.OrganizationId, l.OwnerId, l.IsTariff, l.Amount }).HasDatabaseName("ix_allocation_lines_figures");
        line.HasIndex(l => l.SourceId);
        line.ToPeriodTable("allocation_lines", ("basis", "weight >= 0 AND days > 0 AND adjustment BETWEEN -1 AND 1"));
    }
}
