using Budgeting.Core.Execution;

namespace Budgeting.Web.Components.Execution;

/// <summary>What is open on the page of a budget's spending, and which obligations are shown: all of it is in the address.</summary>
/// <param name="Program">The program budget.</param>
public sealed record SpendingView(Guid ProposalId, Guid? Program = null, Guid? Allotment = null, Guid? Obligation = null, ObligationStatus? Status = null)
{
    public string Address
    {
        get
        {
            (string Name, object? Value)[] parts = [("program", Program), ("allotment", Allotment), ("obligation", Obligation), ("status", Status?.ToString().ToLowerInvariant())];
            var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
            return $"/budgets/{ProposalId}/spending{(query.Length > 0 ? "?" : "")}{query}";
        }
    }

    public static SpendingView Of(InboxObligation waiting) =>
        new(waiting.ProposalId, waiting.ProgramBudgetId, waiting.Obligation.AllotmentId, waiting.Obligation.Id);

    public static SpendingView Of(FoundObligation found) => new(found.ProposalId, found.ProgramBudgetId, found.AllotmentId, found.Id);

    /// <summary>The status that an address names; one that there isn't is none.</summary>
    public static ObligationStatus? StatusOf(string? text) =>
        Enum.TryParse<ObligationStatus>(text, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    /// <summary>With that one open in place of any other, or closed where it is open.</summary>
    public SpendingView ToggleProgram(Guid id) => this with { Program = Program == id ? null : id, Allotment = null, Obligation = null };

    /// <inheritdoc cref="ToggleProgram"/>
    public SpendingView ToggleAllotment(Guid id) => this with { Allotment = Allotment == id ? null : id, Obligation = null };

    /// <inheritdoc cref="ToggleProgram"/>
    public SpendingView ToggleObligation(Guid id) => this with { Obligation = Obligation == id ? null : id };
}
