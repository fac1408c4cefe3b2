using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>
/// The one way to look beyond an organization, for what finds out whose a secret or an account is, and for what looks after the database
/// as a whole. It counts for the query that says so, and for no other.
/// </summary>
internal static class AcrossOrganizations
{
    /// <summary>How the SQL of such a query begins, by which an engine knows it.</summary>
    public const string Mark = $"-- {Tag}";

    private const string Tag = "Across organizations";

    private static readonly string[] Tenant = [BudgetingDbContext.TenantFilter];

    public static IQueryable<T> OfAllOrganizations<T>(this IQueryable<T> rows)
        where T : class, ITenantRow => rows.IgnoreQueryFilters(Tenant).TagWith(Tag);
}
