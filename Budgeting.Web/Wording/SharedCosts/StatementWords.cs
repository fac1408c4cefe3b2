using System.Globalization;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>What is said of statements.</summary>
internal static class StatementWords
{
    public static string IssuedText(IssuedStatements issued) => (issued.Issued.Count, issued.Unchanged) switch
    {
        (0, _) => "Nothing to issue: every statement is up to date.",
        (1, 0) => $"Statement {Number(issued.Issued[0].Number)} issued.",
        (var count, 0) => $"{Number(count)} statements issued.",
        var (count, unchanged) => $"{Number(count)} {(count == 1 ? "statement" : "statements")} issued, {Number(unchanged)} unchanged.",
    };

    public static string Title(long number) => $"Statement {Number(number)}";

    public static string InText(long number) => $"statement {Number(number)}";

    public static string Earlier(int count) => count == 1 ? "1 earlier statement" : $"{Number(count)} earlier statements";

    /// <summary>What stands before the amount of a statement, which has no sign then.</summary>
    /// <param name="isOwners">Whether it stands beside no name.</param>
    public static string Standing(decimal balance, bool isOwners) => balance switch
    {
        < 0 => isOwners ? "To pay" : "Owes",
        > 0 => isOwners ? "To get back" : "Gets back",
        _ => "Even",
    };

    /// <summary>That owners were told what isn't so any more; <c>null</c>: none was.</summary>
    public static string? Outdated(int count) => count switch
    {
        0 => null,
        1 => "1 statement is outdated: the figures of its owner changed since it was issued.",
        _ => $"{Number(count)} statements are outdated: the figures of their owners changed since they were issued.",
    };

    /// <summary>What a correction changed.</summary>
    public static string Correction(StatementDto statement) =>
        $"This corrects {InText(statement.CorrectsNumber!.Value)}: the balance was {Money(statement, statement.BalanceBefore!.Value)} and is now {Money(statement, statement.Content.Row.Balance)}, which is a difference of {Money(statement, statement.Content.Row.Balance - statement.BalanceBefore.Value)}.";

    /// <summary>What its balance came to: it is of its period.</summary>
    public static string Sentence(StatementContent said) =>
        BalanceWords.SentenceThen(said.Row.Balance, said.Row.Name, said.PeriodName, Core.Kernel.Currency.Of(said.Currency));

    /// <summary>What is over the payment.</summary>
    public static string PaymentTitle(StatementDto statement) => (statement.Content.Row.Balance < 0, IsRest(statement)) switch
    {
        (true, false) => "To be paid",
        (true, true) => $"To be paid beyond what {InText(statement.CorrectsNumber!.Value)} asked for",
        (false, false) => "Will be paid out",
        _ => $"Will be paid out beyond what {InText(statement.CorrectsNumber!.Value)} said",
    };

    /// <summary>What is said to who owes and isn't told where to pay.</summary>
    public static string? WithoutAccount(StatementDto statement) =>
        statement.Content is { Account: null, Row.Balance: < 0 } ? "Ask your admin where to pay." : null;

    public static Core.Kernel.Currency CurrencyOf(StatementDto statement) => Core.Kernel.Currency.Of(statement.Content.Currency);

    private static bool IsRest(StatementDto statement) => statement.Payment is { } payment && payment.Amount != Math.Abs(statement.Content.Row.Balance);

    private static string Money(StatementDto statement, decimal amount) => BalanceWords.Format(amount, CurrencyOf(statement));

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
