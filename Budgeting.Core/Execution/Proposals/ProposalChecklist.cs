namespace Budgeting.Core.Execution;

/// <summary>What a draft still lacks to be submitted.</summary>
/// <param name="Missing">By program; empty: it can be submitted.</param>
public sealed record ProposalChecklist(IReadOnlyList<MissingPart> Missing)
{
    public bool IsComplete => Missing.Count == 0;

    internal static ProposalChecklist Of(IReadOnlyList<PreparedBudget> budgets) => new(
        budgets.Count == 0 ? [new MissingPart(null, null, "Add a program budget.")] : budgets.SelectMany(MissingOf).ToList());

    private static IEnumerable<MissingPart> MissingOf(PreparedBudget budget)
    {
        if (budget.LineItems != budget.Requested)
        {
            var what = FormattableString.Invariant($"Line items come to {budget.LineItems:N}, and {budget.Requested:N} is requested. Make them equal.");
            yield return new MissingPart(budget.Id, budget.Program, what) { LineItems = budget.LineItems, Requested = budget.Requested };
        }

        if (budget.Justifications == 0)
        {
            yield return new MissingPart(budget.Id, budget.Program, "Add a justification.");
        }
    }
}

/// <param name="ProgramBudgetId">Of which budget; <c>null</c>: of the proposal as a whole.</param>
/// <param name="Program">Whose budget; <c>null</c>: the proposal as a whole.</param>
/// <param name="What">A sentence that says what to do.</param>
public sealed record MissingPart(Guid? ProgramBudgetId, string? Program, string What)
{
    /// <summary>What line items come to, where that isn't what is requested.</summary>
    public decimal? LineItems { get; init; }

    /// <summary>What is requested, where line items don't come to it.</summary>
    public decimal? Requested { get; init; }
}
