using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Execution;

/// <summary>
/// What is allotted, obligated and paid. Each sum is made over an index named “sum” alone, by triggers as by queries, which ask for the
/// organization as well.
/// </summary>
internal sealed class SpendingMapping :
    IEntityTypeConfiguration<Allotment>,
    IEntityTypeConfiguration<Obligation>,
    IEntityTypeConfiguration<Disbursement>,
    IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<Allotment> allotment)
    {
        allotment.HasLengthsOf(AllotmentInput.Fields);
        allotment.HasProposal();
        allotment.HasOne<ProgramBudget>().WithMany().HasForeignKey(a => a.ProgramBudgetId).OnDelete(DeleteBehavior.Restrict);
        allotment.HasIndex(a => new { a.ProgramBudgetId, a.Quarter, a.Number }).IsUnique();
        allotment.HasIndex(a => new { a.ProgramBudgetId, a.OrganizationId, a.Status, a.Amount }).HasDatabaseName("ix_allotments_sum");
        allotment.ToExecutionTable(
            "allotments",
            ("amount", "amount > 0"),
            ("status", "status BETWEEN 0 AND 2"),
            ("place", "quarter BETWEEN 1 AND 4 AND number > 0"),
            ("category", "category IS NULL OR category BETWEEN 0 AND 2"));
    }

    public void Configure(EntityTypeBuilder<Obligation> obligation)
    {
        obligation.HasLengthsOf(ObligationInput.Fields);
        obligation.Property(o => o.Reason).HasMaxLength(500);
        obligation.Property(o => o.Used)
            .HasComputedColumnSql("CASE status WHEN 3 THEN 0 WHEN 2 THEN COALESCE(final_amount, amount) ELSE amount END", stored: true);
        obligation.HasProposal();
        obligation.HasOne<Allotment>().WithMany().HasForeignKey(o => o.AllotmentId).OnDelete(DeleteBehavior.Restrict);
        obligation.HasIndex(o => new { o.OrganizationId, o.ReferenceNo }).IsUnique();
        obligation.HasIndex(o => new { o.ProposalId, o.SeriesNo, o.OrganizationId }).IsUnique();
        obligation.HasIndex(o => new { o.AllotmentId, o.OrganizationId, o.Used }).HasDatabaseName("ix_obligations_sum");
        obligation.HasIndex(o => new { o.ProposalId, o.Status });
        obligation.HasIndex(o => new { o.ProposalId, o.EndedOn }).HasFilter("ended_on IS NOT NULL");
        obligation.ToExecutionTable(
            "obligations",
            ("amount", "amount > 0"),
            ("status", "status BETWEEN 0 AND 3"),
            ("final_amount", "CASE WHEN status = 2 THEN final_amount IS NOT NULL AND final_amount BETWEEN 0 AND amount ELSE final_amount IS NULL END"),
            ("kinds", "category BETWEEN 0 AND 2 AND kind BETWEEN 0 AND 3"));
    }

    public void Configure(EntityTypeBuilder<Disbursement> disbursement)
    {
        disbursement.HasLengthsOf(DisbursementInput.Fields);
        disbursement.Property(d => d.Reason).HasMaxLength(500);
        disbursement.HasProposal();
        disbursement.HasOne<Obligation>().WithMany().HasForeignKey(d => d.ObligationId).OnDelete(DeleteBehavior.Restrict);
        disbursement.HasIndex(d => new { d.ObligationId, d.OrganizationId, d.Status, d.Amount }).HasDatabaseName("ix_disbursements_sum");
        disbursement.HasIndex(d => new { d.ProposalId, d.Date });
        disbursement.ToExecutionTable("disbursements", ("amount", "amount > 0"), ("kinds", "status BETWEEN 0 AND 1 AND method BETWEEN 0 AND 4"));
    }

    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.HasLengthsOf(WorkItemInput.Fields);
        item.Property(i => i.Amount).HasComputedColumnSql(LineAmount.Sql, stored: true);
        item.HasProposal();
        item.HasOne<Obligation>().WithMany().HasForeignKey(i => i.ObligationId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Disbursement>().WithMany().HasForeignKey(i => i.DisbursementId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.ObligationId, i.OrganizationId, i.Amount }).HasDatabaseName("ix_work_items_sum");
        item.ToExecutionTable("work_items", ("quantity", "quantity > 0 AND quantity % 1000 = 0 AND unit_cost >= 0"));
    }
}
