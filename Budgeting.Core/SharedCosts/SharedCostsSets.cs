using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>The tables of this module, for its repository. In a lambda that becomes SQL, write <c>db.Set&lt;T&gt;()</c>.</summary>
internal static class SharedCostsSets
{
    extension(BudgetingDbContext db)
    {
        public DbSet<Owner> Owners => db.Set<Owner>();

        public DbSet<Property> Properties => db.Set<Property>();

        public DbSet<Ownership> Ownerships => db.Set<Ownership>();

        public DbSet<PaymentType> PaymentTypes => db.Set<PaymentType>();

        public DbSet<Period> Periods => db.Set<Period>();

        public DbSet<PeriodShare> PeriodShares => db.Set<PeriodShare>();

        public DbSet<Contribution> Contributions => db.Set<Contribution>();

        public DbSet<Expense> Expenses => db.Set<Expense>();

        public DbSet<Receipt> Receipts => db.Set<Receipt>();

        public DbSet<BudgetItem> BudgetItems => db.Set<BudgetItem>();

        public DbSet<Reading> Readings => db.Set<Reading>();

        public DbSet<Charge> Charges => db.Set<Charge>();

        public DbSet<AllocationLine> AllocationLines => db.Set<AllocationLine>();

        public DbSet<OpeningBalance> OpeningBalances => db.Set<OpeningBalance>();

        public DbSet<ClosingBalance> ClosingBalances => db.Set<ClosingBalance>();

        public DbSet<Statement> Statements => db.Set<Statement>();
    }
}
