using System.Text.Json.Serialization;

namespace Budgeting.Core.Execution;

/// <summary>What happened to a program budget, or to one category of it, a line a transaction, in order of days.</summary>
/// <param name="Category"><c>null</c>: all of it.</param>
/// <param name="Figure">What the lines come to; <c>null</c>: all of them are there.</param>
/// <param name="Quarter">1–4: in which it happened; <c>null</c>: in any.</param>
/// <param name="AsOf">The day until whose end; <c>null</c>: until any.</param>
/// <param name="Sum">Σ of the lines; <c>null</c> without a figure.</param>
public sealed record RegistryDto(
    ProgramBudgetDto Budget,
    string ProgramCode,
    string ProgramName,
    BudgetCategory? Category,
    StatementFigure? Figure,
    int? Quarter,
    DateOnly? AsOf,
    decimal? Sum,
    IReadOnlyList<RegistryLine> Lines);

/// <param name="RecordId">What it was written in.</param>
/// <param name="Reference">Of an obligation or payment; of an allotment, its quarter and number.</param>
/// <param name="Amount">Negative: it was given back, or it takes away from the figure that is asked for.</param>
/// <param name="Balance">Behind it: approved, allotted and obligated, each less what the next one uses.</param>
/// <param name="AllotmentId">The allotment that it is of, if it is of one.</param>
/// <param name="ObligationId">The obligation that it is of, if it is of one.</param>
public sealed record RegistryLine(
    DateOnly Date,
    RegistryKind Kind,
    Guid RecordId,
    string Reference,
    string? Payee,
    string? Description,
    decimal Amount,
    RegistryBalance Balance,
    Guid? AllotmentId,
    Guid? ObligationId);

/// <param name="Unallotted">Approved less allotted.</param>
/// <param name="Unobligated">Allotted less obligated.</param>
/// <param name="Unpaid">Obligated less paid.</param>
public sealed record RegistryBalance(decimal Unallotted, decimal Unobligated, decimal Unpaid);

public enum RegistryKind
{
    [JsonStringEnumMemberName("APPROVAL")]
    Approval,

    [JsonStringEnumMemberName("ADJUSTMENT")]
    Adjustment,

    [JsonStringEnumMemberName("ALLOTMENT")]
    Allotment,

    [JsonStringEnumMemberName("ALLOTMENT_CANCELLED")]
    AllotmentCancelled,

    [JsonStringEnumMemberName("OBLIGATION")]
    Obligation,

    [JsonStringEnumMemberName("OBLIGATION_CANCELLED")]
    ObligationCancelled,

    [JsonStringEnumMemberName("LIQUIDATION")]
    Liquidation,

    [JsonStringEnumMemberName("DISBURSEMENT")]
    Disbursement,

    [JsonStringEnumMemberName("VOID")]
    Void,

    /// <summary>What of an obligation is accepted and not paid, on the day since when. No transaction: it is among the lines of DUE and NOT_YET_DUE only.</summary>
    [JsonStringEnumMemberName("DUE")]
    Due,
}
