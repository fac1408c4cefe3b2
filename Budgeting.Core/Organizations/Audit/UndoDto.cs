using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>A row that one write touched.</summary>
/// <param name="Entity">The kind of row, such as <c>Gift</c>.</param>
/// <param name="Version">The version that the write gave it; a deletion counts as one.</param>
internal sealed record WrittenRow(string Entity, Guid Id, AuditAction Action, long Version)
{
    public bool Is<TRow>()
        where TRow : IAudited => Entity == typeof(TRow).Name;
}

/// <summary>What was taken back.</summary>
/// <param name="Remarks">What couldn't be brought back, in sentences.</param>
public sealed record UndoResult(IReadOnlyList<string> Remarks);
