using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Execution;

/// <summary>What is requested and approved.</summary>
internal sealed class ExecutionMapping :
    IEntityTypeConfiguration<Program>,
    IEntityTypeConfiguration<BudgetProposal>,
    IEntityTypeConfiguration<ProgramBudget>,
    IEntityTypeConfiguration<BudgetAdjustment>,
    IEntityTypeConfiguration<BudgetLineItem>,
    IEntityTypeConfiguration<BudgetJustification>
{
    public void Configure(EntityTypeBuilder<Program> program)
    {
        program.HasLengthsOf(ProgramInput.Fields);
        program.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        program.HasIndex(p => new { p.OrganizationId, p.Code }).IsUnique();
        program.ToTable("programs", table => table.HasCheckConstraint("ck_programs_status", "status BETWEEN 0 AND 1"));
    }

    public void Configure(EntityTypeBuilder<BudgetProposal> proposal)
    {
        proposal.HasLengthsOf(ProposalInput.Fields);
        proposal.Property(p => p.Reason).HasMaxLength(500);
        proposal.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasIndex(p => new { p.OrganizationId, p.FiscalYear }).IsUnique().HasFilter("status <> 3"); // Of those that aren't rejected.
        proposal.ToExecutionTable(
            "proposals", ("year", "fiscal_year BETWEEN 2000 AND 2100 AND start_month BETWEEN 1 AND 12"), ("status", "status BETWEEN 0 AND 4"));
    }

    public void Configure(EntityTypeBuilder<ProgramBudget> budget)
    {
        budget.HasLengthsOf(ProgramBudgetInput.Fields);
        budget.Property(b => b.ApprovalReason).HasMaxLength(500);
        budget.HasProposal();
        budget.HasOne<Program>().WithMany().HasForeignKey(b => b.ProgramId).OnDelete(DeleteBehavior.Restrict);
        budget.HasIndex(b => new { b.ProposalId, b.ProgramId }).IsUnique();
        budget.ToExecutionTable("program_budgets", ("amounts", "requested_amount >= 0 AND (approved_amount IS NULL OR approved_amount >= 0)"));
    }

    public void Configure(EntityTypeBuilder<BudgetAdjustment> adjustment)
    {
        adjustment.Property(a => a.Reason).HasMaxLength(500);
        adjustment.Property(a => a.AuthorityNo).HasMaxLength(100);
        adjustment.HasProposal();
        adjustment.HasOne<ProgramBudget>().WithMany().HasForeignKey(a => a.ProgramBudgetId).OnDelete(DeleteBehavior.Restrict);
        adjustment.HasIndex(a => new { a.ProgramBudgetId, a.Date });
        adjustment.ToExecutionTable("budget_adjustments", ("amount", "amount <> 0"), ("kind", "kind BETWEEN 0 AND 1"));
    }

    public void Configure(EntityTypeBuilder<BudgetLineItem> line)
    {
        line.HasLengthsOf(LineItemInput.Fields);
        line.Property(l => l.Amount).HasComputedColumnSql(LineAmount.Sql, stored: true);
        line.HasProposal();
        line.HasOne<ProgramBudget>().WithMany().HasForeignKey(l => l.ProgramBudgetId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.ProgramBudgetId, l.Amount });
        line.ToTable("line_items", table =>
        {
            table.HasCheckConstraint("ck_line_items_quantity", "quantity > 0 AND quantity % 1000 = 0 AND unit_cost >= 0");
            table.HasCheckConstraint("ck_line_items_category", "category BETWEEN 0 AND 2");
        });
        line.HasTriggers("line_items");
    }

    public void Configure(EntityTypeBuilder<BudgetJustification> justification)
    {
        justification.HasLengthsOf(JustificationInput.Fields);
        justification.HasProposal();
        justification.HasOne<ProgramBudget>().WithMany().HasForeignKey(j => j.ProgramBudgetId).OnDelete(DeleteBehavior.Restrict);
        justification.HasIndex(j => j.ProgramBudgetId);
        justification.ToTable("justifications", table => table.HasCheckConstraint("ck_justifications_kind", "kind BETWEEN 0 AND 2"));
    }
}
