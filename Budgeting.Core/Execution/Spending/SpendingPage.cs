using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <summary>What of an approved amount is allotted, what of that is obligated, and what of that is paid.</summary>
public sealed record SpendingSums(decimal Allotted, decimal Obligated, decimal Disbursed)
{
    public static SpendingSums None { get; } = new(0, 0, 0);

    public static SpendingSums operator +(SpendingSums a, SpendingSums b) =>
        new(a.Allotted + b.Allotted, a.Obligated + b.Obligated, a.Disbursed + b.Disbursed);
}

/// <summary>How one program budget is spent.</summary>
/// <param name="Id">Of the program budget.</param>
/// <param name="Approved">0 where nothing was approved.</param>
/// <param name="Quarters">Four, each of the quarter whose allotments the money is from.</param>
public sealed record ProgramSpending(Guid Id, string Code, string Name, string? FundSource, decimal Approved, IReadOnlyList<SpendingSums> Quarters)
{
    public SpendingSums Year => Quarters.Aggregate((all, quarter) => all + quarter);
}

/// <summary>How the budget of a year is spent.</summary>
/// <param name="Programs">By their codes.</param>
public sealed record SpendingPage(ProposalDto Proposal, Currency Currency, IReadOnlyList<ProgramSpending> Programs)
{
    public decimal Approved => Programs.Sum(p => p.Approved);

    /// <summary>Σ of all programs, four quarters.</summary>
    public IReadOnlyList<SpendingSums> Quarters => Enumerable.Range(0, FiscalYear.Quarters)
        .Select(q => Programs.Aggregate(SpendingSums.None, (all, program) => all + program.Quarters[q])).ToList();
}

/// <summary>Which obligations of an allotment are shown.</summary>
/// <param name="Status">Only those; <c>null</c>: all.</param>
/// <param name="First">How many stand before the page.</param>
/// <param name="Opened">One that is shown in any case, above the page where it isn't on it.</param>
public sealed record ObligationQuery(Guid AllotmentId, ObligationStatus? Status, int First, Guid? Opened);

/// <summary>A page of an allotment's obligations, the latest first.</summary>
/// <param name="Counts">How many there are of each status.</param>
public sealed record ObligationList(IReadOnlyList<ObligationDto> Rows, IReadOnlyDictionary<ObligationStatus, int> Counts);

/// <summary>One obligation with all that was paid and delivered.</summary>
public sealed record ObligationSpending(ObligationDto Obligation, IReadOnlyList<DisbursementDto> Disbursements, IReadOnlyList<WorkItemDto> WorkItems);

/// <summary>Where something is recorded: what is left there and at each level above is read for its form.</summary>
public sealed record SpendingPlace(Guid ProgramBudgetId, Guid? AllotmentId = null, Guid? ObligationId = null);

/// <summary>What a form about a place needs to know.</summary>
/// <param name="ApprovedOn">When the budget of the year was approved.</param>
/// <param name="Budget">Of the program.</param>
/// <param name="NextReference">What an obligation is called that is given no reference no. of its own.</param>
public sealed record SpendingLevels(
    Currency Currency, string Program, DateOnly? ApprovedOn, ProgramBudgetDto Budget, AllotmentDto? Allotment, ObligationDto? Obligation, string NextReference);
