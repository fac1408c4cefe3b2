using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>The totals that triggers keep on rows of what is used of them: what the sum rules are checked by.</summary>
internal static class PostgresTotals
{
    /// <summary>Each that isn't the sum of what it is of, in a sentence.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(BudgetingDbContext db, CancellationToken cancellationToken) => await db.Database.SqlQuery<string>(
        $"""
        SELECT 'The kept total of allotments of program budget ' || b.id || ' isn''t what they come to.' AS "Value" FROM program_budgets b
        WHERE b.organization_id = {db.OrganizationId}
          AND b.allotted <> COALESCE((SELECT sum(a.amount) FROM allotments a WHERE a.program_budget_id = b.id AND a.status <> 2), 0)
        UNION ALL
        SELECT 'The kept total of obligations of allotment ' || a.id || ' isn''t what they use.' FROM allotments a
        WHERE a.organization_id = {db.OrganizationId}
          AND a.obligated <> COALESCE((SELECT sum(o.used) FROM obligations o WHERE o.allotment_id = a.id), 0)
        UNION ALL
        SELECT 'The kept total of payments of obligation ' || o.reference_no || ' isn''t what they come to.' FROM obligations o
        WHERE o.organization_id = {db.OrganizationId}
          AND o.disbursed <> COALESCE((SELECT sum(d.amount) FROM disbursements d WHERE d.obligation_id = o.id AND d.status <> 1), 0)
        UNION ALL
        SELECT 'The kept total of work items of obligation ' || o.reference_no || ' isn''t what they come to.' FROM obligations o
        WHERE o.organization_id = {db.OrganizationId}
          AND o.delivered <> COALESCE((SELECT sum(i.amount) FROM work_items i WHERE i.obligation_id = o.id), 0)
        """).ToListAsync(cancellationToken);
}
