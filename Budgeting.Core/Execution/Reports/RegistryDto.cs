using System.Text.Json.Serialization;

namespace Budgeting.Core.Execution;

/// <summary>What happened to a program budget, or to one category of it, a line a transaction, in order of days.</summary>
/// <param name="Category"><c>null</c>: all of it.</param>
public sealed record RegistryDto(ProgramBudgetDto Budget, string ProgramCode, string ProgramName, BudgetCategory? Category, IReadOnlyList<RegistryLine> Lines);

/// <param name="RecordId">What it was written in.</param>
/// <param name="Reference">Of an obligation or payment; of an allotment, its quarter and number.</param>
/// <param name="Amount">Negative: it was given back.</param>
/// <param name="Balance">Behind it: approved, allotted and obligated, each less what the next one uses.</param>
public sealed record RegistryLine(
    DateOnly Date, RegistryKind Kind, Guid RecordId, string Reference, string? Payee, string? Description, decimal Amount, RegistryBalance Balance);

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
}
