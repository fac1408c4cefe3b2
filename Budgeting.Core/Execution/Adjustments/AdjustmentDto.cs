using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="Amount">Negative: it was cut, or moved away.</param>
/// <param name="ReallocationId">What the two sides of all moves of one request have in common.</param>
/// <param name="Remaining">What may still be allotted of the program budget.</param>
public sealed record AdjustmentDto(
    Guid Id, Guid ProgramBudgetId, AdjustmentKind Kind, decimal Amount, DateOnly Date, string Reason, string? AuthorityNo, Guid? ReallocationId, decimal Remaining, long Version)
    : IVersioned;

/// <summary>A supplement to an approved amount, or a cut.</summary>
public sealed record AdjustmentInput
{
    public static Fields<AdjustmentInput> Fields { get; } = new Fields<AdjustmentInput>()
        .Amount(i => i.Amount, "Amount", required: true, hint: "Negative: a cut.")
        .Text(i => i.Reason, "Reason", max: 500, required: true)
        .Text(i => i.AuthorityNo, "Authority no.", max: 100);

    /// <summary>Not 0; negative: a cut.</summary>
    public decimal? Amount { get; set; }

    /// <summary>1–500 characters.</summary>
    public string? Reason { get; set; }

    /// <summary>The number of the decision that allows it.</summary>
    public string? AuthorityNo { get; set; }
}

/// <summary>Moves between program budgets of one proposal: all of them, or none.</summary>
/// <param name="Reason">1–500 characters.</param>
/// <param name="AuthorityNo">The number of the decision that allows it, if there is one.</param>
public sealed record ReallocationInput(string? Reason, IReadOnlyList<ReallocationMoveInput>? Moves, string? AuthorityNo = null);

/// <param name="Amount">More than 0.</param>
public sealed record ReallocationMoveInput(Guid? FromProgramBudgetId, Guid? ToProgramBudgetId, decimal? Amount);

/// <summary>What was moved: each program budget's side, those that give first.</summary>
public sealed record ReallocationDto(Guid Id, IReadOnlyList<AdjustmentDto> Adjustments);
