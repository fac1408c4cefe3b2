using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

/// <summary>The tables of this module, for its repository. In a lambda that becomes SQL, write <c>db.Set&lt;T&gt;()</c>.</summary>
internal static class OrganizationsSets
{
    extension(BudgetingDbContext db)
    {
        public DbSet<Organization> Organizations => db.Set<Organization>();

        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        public DbSet<ApiToken> Tokens => db.Set<ApiToken>();

        public DbSet<ApiTokenUse> TokenUses => db.Set<ApiTokenUse>();
    }
}
