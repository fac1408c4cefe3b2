using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>What is said of balances to people who aren't accountants.</summary>
internal static class BalanceWords
{
    /// <summary>The one sentence that comes first.</summary>
    /// <param name="name">Whose balance it is; <c>null</c>: the reader's.</param>
    public static string Sentence(decimal balance, string? name, Currency currency)
    {
        var amount = Format(Math.Abs(balance), currency);
        return (balance, name) switch
        {
            ( < 0, null) => $"You owe the fund {amount}.",
            ( > 0, null) => $"You get back {amount}.",
            (_, null) => "You are even.",
            ( < 0, _) => $"{name} owes the fund {amount}.",
            ( > 0, _) => $"{name} gets back {amount}.",
            _ => $"{name} is even.",
        };
    }

    /// <summary>The same while a period is open: nobody is promised what may still change.</summary>
    public static string SentenceSoFar(decimal balance, string? name, Currency currency) => balance > 0
        ? $"So far {name ?? "you"} {(name is null ? "get" : "gets")} back {Format(balance, currency)}."
        : Sentence(balance, name, currency);

    /// <summary>The same where the balance went on to another period.</summary>
    public static string SentenceThen(decimal balance, string? name, string period, Currency currency)
    {
        var (who, amount) = (name ?? "you", Format(Math.Abs(balance), currency));
        return balance switch
        {
            < 0 => $"At the end of {period}, {who} owed the fund {amount}.",
            > 0 => $"At the end of {period}, the fund owed {who} {amount}.",
            _ => $"At the end of {period}, {who} {(name is null ? "were" : "was")} even.",
        };
    }

    /// <summary>The sentence that holds of an owner's balance as it is now.</summary>
    public static string SentenceOf(OwnerBalancePage page, BalanceExplanation balance)
    {
        var (sum, name) = (balance.Row.Balance, page.IsOwn ? null : balance.Row.Name);
        return page.CarriedTo is not null ? SentenceThen(sum, name, balance.Period.Name, page.Currency)
            : balance.Period.Status == PeriodStatus.Open ? SentenceSoFar(sum, name, page.Currency)
            : Sentence(sum, name, page.Currency);
    }

    /// <summary>What an amount of one's own is that stands alone, without its sign.</summary>
    public static string Meaning(OwnerBalancePage page, BalanceExplanation balance)
    {
        if (page.CarriedTo is not null)
        {
            return balance.Row.Balance switch
            {
                < 0 => $"You owed this to the fund at the end of {balance.Period.Name}.",
                > 0 => $"The fund owed you this at the end of {balance.Period.Name}.",
                _ => $"You were even at the end of {balance.Period.Name}.",
            };
        }

        var isSoFar = balance.Period.Status == PeriodStatus.Open;
        return (balance.Row.Balance, page.NotSharedYet.Count) switch
        {
            ( < 0, 0) => $"You owe this to the fund{(isSoFar ? " so far" : "")}.",
            ( > 0, 0) => $"You get this back{(isSoFar ? ", as it is so far" : "")}.",
            (0, 0) => "You are even.",
            ( < 0, _) => $"You owe this to the fund, without your part of {string.Join(", ", page.NotSharedYet)}.",
            _ => $"You get this back, less your part of {string.Join(", ", page.NotSharedYet)}.",
        };
    }

    /// <summary>That costs, or what was got back of them, are in nobody's balance; <c>null</c>: none are.</summary>
    public static string? NotShared(decimal amount, Currency currency) => amount switch
    {
        > 0 => $"{Format(amount, currency)} of the costs isn't shared among the owners, so nobody owes it.",
        < 0 => $"{Format(-amount, currency)} of refunds isn't shared among the owners, so nobody gets it.",
        _ => null,
    };

    /// <summary>What the last line of the sum is called.</summary>
    public static string Total(decimal balance) => balance switch { < 0 => "Owed", > 0 => "To get back", _ => "Even" };

    public static string Format(decimal amount, Currency currency) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);

    public static string Symbol(Currency currency) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Symbol;

    public static string Days(DateOnly start, DateOnly end) => $"{start.ToString("d", CultureInfo.CurrentCulture)} – {end.ToString("d", CultureInfo.CurrentCulture)}";

    /// <summary>What a column of the sheet is called within a sentence.</summary>
    public static string Name(SheetFigure figure) => figure switch
    {
        SheetFigure.Opening => "carried over",
        SheetFigure.Contributions => "contributions",
        SheetFigure.Paid => "from own pocket",
        SheetFigure.Allocated => "share of costs",
        SheetFigure.Charges => "charges",
        _ => "balance",
    };

    /// <summary>The figure of a column.</summary>
    public static decimal Figure(BalanceRow row, SheetFigure figure) => figure switch
    {
        SheetFigure.Opening => row.Opening,
        SheetFigure.Contributions => row.Contributions,
        SheetFigure.Paid => row.Paid,
        SheetFigure.Allocated => row.Allocated,
        SheetFigure.Charges => row.Charges,
        _ => row.Balance,
    };

    /// <summary>The non-zero figures of a line of the sheet, where there is no room for columns.</summary>
    public static string Figures(BalanceRow row, Currency currency)
    {
        (string Text, decimal Amount)[] figures =
        [
            (Name(SheetFigure.Opening), row.Opening),
            (Name(SheetFigure.Contributions), row.Contributions),
            (Name(SheetFigure.Paid), row.Paid),
            (Name(SheetFigure.Allocated), row.Allocated),
            (Name(SheetFigure.Charges), row.Charges),
        ];
        var format = MoneyFormat.For(CultureInfo.CurrentCulture, currency);
        return string.Join(" · ", figures.Where(f => f.Amount != 0).Select(f => $"{f.Text} {format.Format(f.Amount, withSymbol: false)}"));
    }
}
