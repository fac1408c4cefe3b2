using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <param name="PreviousId">The period whose closing opens this one, the last of several; <c>null</c>: balances at its start are typed in.</param>
/// <param name="Stale">Whether it is closed and an earlier period isn't: its balances will follow when that closes.</param>
/// <param name="ReopenReason">Why it was reopened the last time.</param>
public sealed record PeriodDto(
    Guid Id,
    string Name,
    DateOnly StartDate,
    DateOnly EndDate,
    PeriodStatus Status,
    Guid? PreviousId,
    bool Stale,
    string? ReopenReason,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public PeriodInput ToInput() => this.As<PeriodInput>();
}

/// <summary>What can be written of a period.</summary>
public sealed record PeriodInput
{
    /// <summary>1–100 characters, of no other period that starts in the same calendar year.</summary>
    public string? Name { get; set; }

    public DateOnly? StartDate { get; set; }

    /// <summary>The last day, after the first, at most ten years on.</summary>
    public DateOnly? EndDate { get; set; }
}

/// <summary>A period in a list.</summary>
/// <param name="Expenses">What the community paid in it, less what it got back.</param>
/// <param name="Contributions">What owners paid in, less what they were paid out.</param>
/// <param name="Fund">What the fund holds, as the balance sheet says.</param>
public sealed record PeriodSummary(PeriodDto Period, Meter Meter, decimal Contributions, decimal Expenses, decimal Fund);

/// <summary>What stands in the way of closing a period, or should be known before.</summary>
/// <param name="Unallocated">Expenses without a budget item: closing asks for a confirmation.</param>
/// <param name="WithoutBasis">Items with expenses and nothing to share them by: closing is refused.</param>
/// <param name="MissingReadings">Items that are shared by the readings of some properties alone: closing asks for a confirmation.</param>
/// <param name="OpenBefore">The last earlier period that is open: what this one opens with follows when that is closed.</param>
public sealed record ClosingCheck(
    IReadOnlyList<ExpenseDto> Unallocated, IReadOnlyList<BudgetItemDto> WithoutBasis, IReadOnlyList<MissingReadings> MissingReadings, PeriodDto? OpenBefore)
{
    public bool CanClose => WithoutBasis.Count == 0;
}

/// <summary>An item shared by consumption, and the active properties that weren't read for it and so pay nothing of it.</summary>
/// <param name="Properties">By name.</param>
public sealed record MissingReadings(BudgetItemDto Item, IReadOnlyList<PropertyName> Properties);

public sealed record PropertyName(Guid Id, string Name);

/// <summary>How a period is closed.</summary>
/// <param name="ConfirmUnallocated">Whether expenses without a budget item may stay with the fund.</param>
/// <param name="ConfirmMissingReadings">Whether properties without a reading may pay nothing of what is shared by consumption.</param>
public sealed record CloseInput(bool ConfirmUnallocated = false, bool ConfirmMissingReadings = false);

/// <summary>A period just closed, and what that changed for each owner in it, if it was closed before, and in later periods.</summary>
public sealed record ClosedPeriodDto(PeriodDto Period, IReadOnlyList<BalanceChange> Changes);

/// <summary>What an owner's balances were and became; <c>null</c> where there is none.</summary>
public sealed record BalanceChange(
    Guid PeriodId,
    string PeriodName,
    Guid OwnerId,
    string OwnerName,
    decimal? OpeningBefore,
    decimal? OpeningAfter,
    decimal? ClosingBefore,
    decimal? ClosingAfter);

/// <summary>What an owner's balance begins with in the very first period.</summary>
public sealed record OpeningInput(Guid OwnerId, decimal Amount);
