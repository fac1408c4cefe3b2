using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>What a record is called, at the beginning of a sentence such as “Charge of $5.00 deleted.”</summary>
internal static class RecordSentences
{
    public static string Of(ExpenseDto e, Currency currency) =>
        $"{(e.Refund ? "Refund" : "Expense")} of {MoneyText(e.Amount, currency)}{(e.Vendor is null ? null : $" ({e.Vendor})")}";

    public static string Of(ContributionDto c, Currency currency) => $"{(c.Payout ? "Payment" : "Contribution")} of {MoneyText(c.Amount, currency)}";

    public static string Of(ChargeDto c, Currency currency) => $"Charge of {MoneyText(c.Amount, currency)}";

    public static string Of(BudgetItemDto i) => $"Budget for {i.PaymentType}";

    public static string Of(ReadingDto r) => $"Reading of {r.MeterSerial}";

    /// <summary>What an expense is called in a list: where, what for, or of which kind.</summary>
    public static string TitleOf(ExpenseDto e) => e.Vendor ?? e.Description ?? e.PaymentType;

    /// <inheritdoc cref="TitleOf(ExpenseDto)"/>
    public static string TitleOf(ExpenseInput e) => e.Vendor ?? e.Description ?? e.PaymentType ?? "Expense";

    private static string MoneyText(decimal amount, Currency currency) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);
}
