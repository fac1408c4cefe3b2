using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>An owner's line: <c>balance = opening + contributions + paid − allocated − charges</c>. Positive: the fund owes the owner.</summary>
public sealed record BalanceRow(
    Guid OwnerId, string Name, decimal Opening, decimal Contributions, decimal Paid, decimal Allocated, decimal Charges, decimal Balance)
{
    /// <summary>Whether it is made of the same figures, whatever the owner is called.</summary>
    public bool HasFiguresOf(BalanceRow other) => this with { Name = "" } == other with { Name = "" };
}

/// <summary>The sums of the lines.</summary>
public sealed record BalanceTotals(decimal Opening, decimal Contributions, decimal Paid, decimal Allocated, decimal Charges, decimal Balance);

/// <summary>A balance sheet with the statements that were issued, in the order of its lines.</summary>
/// <param name="HasAccount">Whether the community has an account to pay to.</param>
public sealed record BalanceSheetPage(BalanceSheet Sheet, Currency Currency, IReadOnlyList<StatementHistory> Statements, bool HasAccount);

/// <summary>
/// The balances of a period. They always add up, <c>Σ balances = fund cash − Σ service and tariff charges + Σ not allocated</c>: where
/// they wouldn't, there is no sheet but an error.
/// </summary>
/// <param name="FundCash">The balances carried over (Σ openings), and contributions, less what the fund paid in this period.</param>
/// <param name="FundMoney">
/// What the fund holds: that, and what earlier periods charged less what they didn't share, which no balance carries over.
/// </param>
/// <param name="NotAllocated">Expenses of no item, of an item that isn't shared, and of one that has nothing to go by yet.</param>
/// <param name="NotSharedYet">
/// Of these, while the period is open, what isn't left to the fund on purpose; <c>null</c>: there is nothing to share any more. It is 0
/// where expenses and refunds cancel each other out.
/// </param>
/// <param name="Tariffs">Of what is allocated, consumption × unit price, for which there is no expense.</param>
/// <param name="Stale">As of the period.</param>
public sealed record BalanceSheet(
    Guid PeriodId,
    PeriodStatus Status,
    bool Stale,
    IReadOnlyList<BalanceRow> Rows,
    BalanceTotals Totals,
    decimal FundCash,
    decimal FundMoney,
    decimal NotAllocated,
    decimal? NotSharedYet,
    decimal Tariffs)
{
    /// <summary><c>true</c> for every sheet that is answered.</summary>
    public bool AddsUp => Totals.Balance == FundCash - Totals.Charges - Tariffs + NotAllocated;
}

/// <summary>A part of an expense, or of a tariff, that one property's owner bears, and why.</summary>
/// <param name="SourceId">The expense; or the item itself, of a tariff.</param>
/// <param name="SourceAmount">What is shared; negative for a refund.</param>
/// <param name="Weight">Share weight, 1, or consumption.</param>
/// <param name="Days">On how many days of the period the property was the owner's.</param>
/// <param name="TotalWeight">Σ weight × days of all who take part.</param>
/// <param name="Exact">Source amount × weight × days ÷ total weight, as a fraction in lowest terms.</param>
/// <param name="ExactAmount">The same, cut off after six decimals.</param>
/// <param name="Adjustment">The minor unit that was given or taken so that all shares add up; mostly 0.</param>
public sealed record AllocationDto(
    Guid Id,
    Guid SourceId,
    bool IsTariff,
    Guid BudgetItemId,
    string PaymentType,
    AllocationStrategy Strategy,
    DateOnly? Date,
    string? Description,
    decimal SourceAmount,
    Guid PropertyId,
    string PropertyName,
    Guid OwnerId,
    decimal Weight,
    int Days,
    decimal TotalWeight,
    string Exact,
    decimal ExactAmount,
    decimal Adjustment,
    decimal Amount);

/// <summary>An owner's balance with every line it is made of.</summary>
/// <param name="Paid">Expenses that they paid from their pocket.</param>
public sealed record BalanceExplanation(
    PeriodDto Period,
    BalanceRow Row,
    IReadOnlyList<ContributionDto> Contributions,
    IReadOnlyList<ExpenseDto> Paid,
    IReadOnlyList<AllocationDto> Allocated,
    IReadOnlyList<ChargeDto> Charges);

/// <summary>What the community's own figures of a sheet are made of.</summary>
/// <param name="Contributions">Of all owners.</param>
/// <param name="Expenses">What the fund paid.</param>
/// <param name="NotShared">The expenses of <see cref="BalanceSheet.NotAllocated"/>.</param>
/// <param name="Tariffs">What was charged by consumption × unit price, by payment type.</param>
/// <param name="Earlier">What earlier periods charged less what they didn't share, by period.</param>
public sealed record FundExplanation(
    BalanceSheet Sheet,
    Currency Currency,
    IReadOnlyList<ContributionDto> Contributions,
    IReadOnlyList<ExpenseDto> Expenses,
    IReadOnlyList<ExpenseDto> NotShared,
    IReadOnlyList<NamedAmount> Tariffs,
    IReadOnlyList<NamedAmount> Earlier);

/// <summary>An amount, and what it is for.</summary>
public sealed record NamedAmount(string Name, decimal Amount);

/// <summary>A payment that clears balances. An owner's id; <c>null</c>: the fund.</summary>
/// <param name="Covered">
/// Whether it can be made now; <c>false</c>: the fund doesn't hold as much, since expenses that nobody bears yet were paid of it.
/// </param>
public sealed record Transfer(Guid? FromOwnerId, Guid? ToOwnerId, decimal Amount, bool Covered = true);

/// <summary>Who pays whom to have every balance of a period cleared, with the sheet that it follows from.</summary>
/// <param name="Next">Of a closed period: the one that its balances went on to.</param>
public sealed record SettleUpPage(BalanceSheet Sheet, SettleUp SettleUp, PeriodDto? Next, Currency Currency);

/// <summary>What clears every balance of a period.</summary>
/// <param name="Transfers">What the fund pays comes last.</param>
/// <param name="Minimal">Whether there is no way with fewer payments; otherwise there may be.</param>
public sealed record SettleUp(IReadOnlyList<Transfer> Transfers, bool Minimal);
