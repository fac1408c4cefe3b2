using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>What was done to a record, in a sentence.</summary>
internal static class RecordSentences
{
    public static string Added(ExpenseDto e, Currency currency) => $"{Of(e, currency)} recorded.";

    public static string Changed(ExpenseDto e, Currency currency) => $"{Of(e, currency)} changed.";

    public static string Deleted(ExpenseDto e, Currency currency) => $"{Of(e, currency)} deleted.";

    public static string Added(ContributionDto c, Currency currency) => $"{Of(c, currency)} recorded.";

    public static string Changed(ContributionDto c, Currency currency) => $"{Of(c, currency)} changed.";

    public static string Deleted(ContributionDto c, Currency currency) => $"{Of(c, currency)} deleted.";

    public static string Added(ChargeDto c, Currency currency) => $"{Of(c, currency)} recorded.";

    public static string Changed(ChargeDto c, Currency currency) => $"{Of(c, currency)} changed.";

    public static string Deleted(ChargeDto c, Currency currency) => $"{Of(c, currency)} deleted.";

    /// <summary>What an expense is called: where, what for, or of which kind.</summary>
    public static string TitleOf(ExpenseDto e) => e.Vendor ?? e.Description ?? e.PaymentType;

    private static string Of(ExpenseDto e, Currency currency) =>
        $"{(e.Refund ? "Refund" : "Expense")} of {RecordWords.Money(e.Amount, currency)}{(e.Vendor is null ? null : $" ({e.Vendor})")}";

    private static string Of(ContributionDto c, Currency currency) => $"{(c.Payout ? "Payment" : "Contribution")} of {RecordWords.Money(c.Amount, currency)}";

    private static string Of(ChargeDto c, Currency currency) => $"Charge of {RecordWords.Money(c.Amount, currency)}";
}
