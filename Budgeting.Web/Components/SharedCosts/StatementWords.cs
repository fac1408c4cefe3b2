using System.Globalization;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What is said and done about statements.</summary>
internal static class StatementWords
{
    /// <summary>Issues what is to be issued, and tells how much that was.</summary>
    public static async Task IssueAsync(StatementsService statements, Actions actions, Guid periodId, Guid? ownerId)
    {
        IssuedStatements? issued = null;
        if (await actions.TryAsync(async () => issued = await statements.IssueAsync(periodId, ownerId, CancellationToken.None)))
        {
            actions.Tell(IssuedText(issued!));
        }
    }

    public static string IssuedText(IssuedStatements issued) => (issued.Issued.Count, issued.Unchanged) switch
    {
        (0, _) => "Nothing to issue: what was issued still holds.",
        (1, 0) => $"Statement {Number(issued.Issued[0].Number)} issued.",
        (var count, 0) => $"{Number(count)} statements issued.",
        var (count, unchanged) => $"{Number(count)} issued; {Number(unchanged)} of before still {(unchanged == 1 ? "holds" : "hold")}.",
    };

    public static string Title(long number) => $"Statement {Number(number)}";

    public static string InText(long number) => $"statement {Number(number)}";

    /// <summary>That owners were told what isn't so any more; <c>null</c>: none was.</summary>
    public static string? Outdated(int count) => count switch
    {
        0 => null,
        1 => "1 statement is outdated: the figures of its owner changed since it was issued.",
        _ => $"{Number(count)} statements are outdated: the figures of their owners changed since they were issued.",
    };

    /// <summary>What a correction changed.</summary>
    public static string Correction(StatementDto statement) =>
        $"This corrects an earlier statement: the balance was {BalanceWords.Format(statement.BalanceBefore!.Value, CurrencyOf(statement))} and is now {BalanceWords.Format(statement.Content.Row.Balance, CurrencyOf(statement))}.";

    public static Core.Kernel.Currency CurrencyOf(StatementDto statement) => Core.Kernel.Currency.Of(statement.Content.Currency);

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
