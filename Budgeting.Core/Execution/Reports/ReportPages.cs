using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <summary>A statement as its page shows it.</summary>
/// <param name="Organization">Whose it is.</param>
/// <param name="Years">Those with an approved budget, the latest first.</param>
/// <param name="Statement"><c>null</c>: the year that is asked for isn't one of them.</param>
public sealed record StatementPage(string Organization, Currency Currency, IReadOnlyList<int> Years, UtilizationDto? Statement);

/// <summary>A part of a registry.</summary>
/// <param name="Registry">With the lines of this page alone; its sum is of all.</param>
/// <param name="Count">How many lines there are.</param>
/// <param name="HasUnobligated">Whether its balances say what isn't obligated: not those of a category, where an allotment is for all of them.</param>
public sealed record RegistryPage(string Organization, Currency Currency, ProposalDto Proposal, RegistryDto Registry, int Count, bool HasUnobligated);

/// <summary>A part of what is due.</summary>
/// <param name="Ageing">With the rows of this page alone; its buckets are of all.</param>
/// <param name="Count">How many rows there are.</param>
public sealed record AgeingPage(string Organization, Currency Currency, AgeingDto Ageing, int Count);

/// <param name="First">How many lines come before the page.</param>
/// <param name="Most">How many it has at most.</param>
internal sealed record RegistryPageQuery(Guid ProgramBudgetId, RegistryFilter Filter, DateOnly Today, int First, int Most);

/// <inheritdoc cref="RegistryPageQuery"/>
internal sealed record AgeingPageQuery(DateOnly AsOf, int First, int Most);
