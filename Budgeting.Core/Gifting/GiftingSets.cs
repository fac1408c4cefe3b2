using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>The tables of this module, for its repository. In a lambda that becomes SQL, write <c>db.Set&lt;T&gt;()</c>.</summary>
internal static class GiftingSets
{
    extension(BudgetingDbContext db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<Occasion> Occasions => db.Set<Occasion>();

        public DbSet<Gift> Gifts => db.Set<Gift>();

        public DbSet<GiftPicture> GiftPictures => db.Set<GiftPicture>();

        public DbSet<SubBudget> SubBudgets => db.Set<SubBudget>();

        public DbSet<Wish> Wishes => db.Set<Wish>();

        public DbSet<GuestLink> GuestLinks => db.Set<GuestLink>();
    }
}
