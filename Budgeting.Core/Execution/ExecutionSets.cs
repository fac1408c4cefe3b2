using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>The tables of this module, for its repository. In a lambda that becomes SQL, write <c>db.Set&lt;T&gt;()</c>.</summary>
internal static class ExecutionSets
{
    extension(BudgetingDbContext db)
    {
        public DbSet<Program> Programs => db.Set<Program>();

        public DbSet<BudgetProposal> Proposals => db.Set<BudgetProposal>();

        public DbSet<ProgramBudget> ProgramBudgets => db.Set<ProgramBudget>();

        public DbSet<BudgetAdjustment> BudgetAdjustments => db.Set<BudgetAdjustment>();

        public DbSet<BudgetLineItem> LineItems => db.Set<BudgetLineItem>();

        public DbSet<BudgetJustification> Justifications => db.Set<BudgetJustification>();

        public DbSet<Allotment> Allotments => db.Set<Allotment>();

        public DbSet<Obligation> Obligations => db.Set<Obligation>();

        public DbSet<Disbursement> Disbursements => db.Set<Disbursement>();

        public DbSet<WorkItem> WorkItems => db.Set<WorkItem>();
    }
}
