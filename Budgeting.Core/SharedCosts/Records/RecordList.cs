using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>The records of one kind in a period, as its page lists them: the latest first.</summary>
/// <param name="Rows">As many as were asked for.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Total">Σ of all there are, what counts with the opposite sign subtracted; <c>null</c> where a sum says nothing.</param>
public sealed record RecordList<T>(PeriodDto Period, Currency Currency, IReadOnlyList<T> Rows, int Count, decimal? Total, RecordNames Names);

/// <summary>What records refer to, and what can be chosen for them.</summary>
/// <param name="Items">Of the period, by payment type.</param>
/// <param name="PaymentTypes">By name.</param>
public sealed record RecordNames(
    IReadOnlyList<OwnerDto> Owners, IReadOnlyList<PropertyDto> Properties, IReadOnlyList<BudgetItemDto> Items, IReadOnlyList<string> PaymentTypes)
{
    public string? OwnerName(Guid? id) => Owners.FirstOrDefault(o => o.Id == id)?.Name;

    public string? PropertyName(Guid? id) => Properties.FirstOrDefault(p => p.Id == id)?.Name;

    public BudgetItemDto? Item(Guid? id) => Items.FirstOrDefault(i => i.Id == id);
}

/// <param name="PeriodId">Which period's.</param>
/// <param name="Take">How many rows at most.</param>
/// <param name="Skip">How many come before.</param>
public sealed record RecordQuery(Guid PeriodId, int Take, int Skip = 0);
