using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>Everything that a statement says, as it was when it was issued.</summary>
/// <param name="Account">Who owes pays to it: the community's, or the owner's where the community owes; <c>null</c>: none was known.</param>
public sealed record StatementContent(
    string OrganizationName,
    string Currency,
    string PeriodName,
    DateOnly StartDate,
    DateOnly EndDate,
    BalanceRow Row,
    IReadOnlyList<ContributionDto> Contributions,
    IReadOnlyList<ExpenseDto> Paid,
    IReadOnlyList<AllocationDto> Allocated,
    IReadOnlyList<ChargeDto> Charges,
    PaymentAccount? Account)
{
    /// <summary>What is to be paid to the account: the owner's debt, or what the community owes them.</summary>
    public PaymentRequest? Payment(long number) => Account is null || Row.Balance == 0
        ? null
        : new PaymentRequest(Account, Math.Abs(Row.Balance), $"{PeriodName}, {Row.Name}, statement {number.ToString(CultureInfo.InvariantCulture)}");
}

/// <param name="CorrectsId">The statement of the same period that this one corrects.</param>
/// <param name="BalanceBefore">What that one said.</param>
/// <param name="CorrectedById">The statement that corrects this one.</param>
/// <param name="CorrectedByNumber">The number of that one.</param>
/// <param name="Outdated">Whether the period is closed with other figures than it says, and no statement corrects it yet.</param>
public sealed record StatementDto(
    Guid Id,
    Guid PeriodId,
    Guid OwnerId,
    long Number,
    Guid? CorrectsId,
    decimal? BalanceBefore,
    DateTimeOffset IssuedAt,
    Guid? CorrectedById,
    long? CorrectedByNumber,
    bool Outdated,
    StatementContent Content,
    long Version) : IVersioned;

/// <summary>A statement in a list.</summary>
/// <param name="CorrectsId">The statement of the same period that this one corrects.</param>
/// <param name="CorrectedById">The statement that corrects this one.</param>
/// <param name="Outdated">Whether the period is closed with other figures than it says, and no statement corrects it yet.</param>
public sealed record StatementSummary(
    Guid Id, Guid PeriodId, Guid OwnerId, long Number, Guid? CorrectsId, DateTimeOffset IssuedAt, Guid? CorrectedById, bool Outdated);

/// <summary>What was issued: to owners whose figures changed since their last statement, or who had none.</summary>
public sealed record IssuedStatements(IReadOnlyList<StatementSummary> Issued, int Unchanged);
