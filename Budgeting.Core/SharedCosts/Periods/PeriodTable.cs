using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.SharedCosts;

/// <summary>Tables of what belongs to periods, and stays as it is while its period is closed.</summary>
internal static class PeriodTable
{
    /// <summary>Names the table, and its period, its checks, and its triggers: one each for what is inserted, changed and deleted.</summary>
    /// <param name="checks">What they are called behind <c>ck_</c> and the table's name, and what they ask.</param>
    public static void ToPeriodTable<TRow>(this EntityTypeBuilder<TRow> row, string name, params IReadOnlyList<(string Name, string Sql)> checks)
        where TRow : class
    {
        row.HasOne<Period>().WithMany().HasForeignKey(nameof(IPeriodRow.PeriodId)).OnDelete(DeleteBehavior.Restrict);
        row.ToTable(name, table =>
        {
            foreach (var check in checks)
            {
                table.HasCheckConstraint($"ck_{name}_{check.Name}", check.Sql);
            }
        });
        row.HasTriggers("period_rows");
    }
}
