using System.Globalization;
using System.Text.Json.Serialization;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>Everything that a statement says, as it was when it was issued.</summary>
/// <param name="Account">Who owes pays to it: the community's, or the owner's where the fund owes; <c>null</c>: none was known.</param>
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
    /// <summary>What is to be paid to the account: the owner's debt, or what the fund owes them.</summary>
    /// <param name="number">The statement's.</param>
    /// <param name="before">What it corrects: of what that one had paid to the same account, only the rest is to be paid.</param>
    public PaymentRequest? Payment(long number, StatementContent? before)
    {
        var asked = before?.Account is { } account && account.Iban == Account?.Iban ? before.Row.Balance : 0;
        var amount = Math.Max(0, Math.Abs(Row.Balance) - Math.Abs(asked));
        return Account is null || amount == 0
            ? null
            : new PaymentRequest(Account, amount, $"{PeriodName}, {Row.Name}, statement {number.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Whether it says the same to its owner: figures, lines and account, whatever things are called and however often they were edited.</summary>
    public bool SaysTheSame(StatementContent other) =>
        (Currency, StartDate, EndDate, Account?.Iban) == (other.Currency, other.StartDate, other.EndDate, other.Account?.Iban) &&
        Row.HasFiguresOf(other.Row) &&
        AreSame(Contributions, other.Contributions, c => c with { Id = default, Cumulative = null, Version = 0 }) &&
        AreSame(Paid, other.Paid, e => e with { Id = default, PaymentType = "", Receipt = null, Version = 0 }) &&
        AreSame(Allocated, other.Allocated, a => a with { Id = default, SourceId = default, PaymentType = "", PropertyName = "" }) &&
        AreSame(Charges, other.Charges, c => c with { Id = default, Version = 0 });

    // In whichever order: lines that were shared again come last.
    private static bool AreSame<T>(IEnumerable<T> some, IEnumerable<T> others, Func<T, T> said)
        where T : notnull =>
        some.CountBy(said).ToHashSet().SetEquals(others.CountBy(said));
}

/// <param name="CorrectsId">The statement of the same period that this one corrects.</param>
/// <param name="CorrectsNumber">The number of that one.</param>
/// <param name="BalanceBefore">What that one said.</param>
/// <param name="CorrectedById">The statement that corrects this one.</param>
/// <param name="CorrectedByNumber">The number of that one.</param>
/// <param name="Outdated">Whether the period is closed with other figures than it says, and no statement corrects it yet.</param>
/// <param name="Payment">What is to be paid by it; of a correction, what wasn't asked for before.</param>
/// <param name="Latest">The last period, where the balance went on to others: what is to be paid now is in that one.</param>
public sealed record StatementDto(
    Guid Id,
    Guid PeriodId,
    Guid OwnerId,
    long Number,
    Guid? CorrectsId,
    long? CorrectsNumber,
    decimal? BalanceBefore,
    DateTimeOffset IssuedAt,
    Guid? CorrectedById,
    long? CorrectedByNumber,
    bool Outdated,
    StatementContent Content,
    [property: JsonIgnore] PaymentRequest? Payment,
    [property: JsonIgnore] PeriodDto? Latest,
    long Version) : IVersioned;

/// <summary>A statement in a list.</summary>
/// <param name="CorrectsId">The statement of the same period that this one corrects.</param>
/// <param name="CorrectedById">The statement that corrects this one.</param>
/// <param name="Outdated">Whether the period is closed with other figures than it says, and no statement corrects it yet.</param>
public sealed record StatementSummary(
    Guid Id, Guid PeriodId, Guid OwnerId, long Number, Guid? CorrectsId, DateTimeOffset IssuedAt, Guid? CorrectedById, bool Outdated);

/// <summary>What one owner was told of a period.</summary>
/// <param name="Current">The last one, which no other corrects.</param>
/// <param name="Balance">What that says. Positive: the fund owes the owner.</param>
/// <param name="Earlier">Those that were corrected, the latest first.</param>
public sealed record StatementHistory(StatementSummary Current, decimal Balance, IReadOnlyList<StatementSummary> Earlier);

/// <summary>What was issued: to owners whose figures changed since their last statement, or who had none.</summary>
public sealed record IssuedStatements(IReadOnlyList<StatementSummary> Issued, int Unchanged);
