using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Execution;

/// <summary>Tables of what is executed of a proposal.</summary>
internal static class ExecutionTable
{
    /// <summary>Names the table with the proposal that it is of, its checks, and the triggers of its name.</summary>
    /// <param name="checks">What they are called behind <c>ck_</c> and the table's name, and what they ask.</param>
    public static void ToExecutionTable<TRow>(this EntityTypeBuilder<TRow> row, string name, params IReadOnlyList<(string Name, string Sql)> checks)
        where TRow : class, IAudited
    {
        row.ToTable(name, table =>
        {
            foreach (var check in checks)
            {
                table.HasCheckConstraint($"ck_{name}_{check.Name}", check.Sql);
            }
        });
        row.HasTriggers(name);
    }

    /// <summary>Has it belong to a proposal, whatever else it belongs to.</summary>
    public static void HasProposal<TRow>(this EntityTypeBuilder<TRow> row)
        where TRow : class, IAudited =>
        row.HasOne<BudgetProposal>().WithMany().HasForeignKey("ProposalId").OnDelete(DeleteBehavior.Restrict);
}
