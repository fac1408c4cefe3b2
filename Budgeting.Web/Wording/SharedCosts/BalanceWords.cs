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

    /// <summary>The same while a period is open: nobody is promised what may still change. Who owes pays whom settling up names.</summary>
    public static string SentenceSoFar(decimal balance, string? name, IReadOnlyList<Payee> payees, Currency currency)
    {
        var (amount, who) = (Format(Math.Abs(balance), currency), name ?? "you");
        return balance switch
        {
            < 0 when payees is [var payee] => $"So far {who} {(name is null ? "owe" : "owes")} {NameOf(payee)} {amount}.",
            < 0 => $"So far {who} {(name is null ? "owe" : "owes")} {amount}: {To(payees, currency)}.",
            > 0 => $"So far {who} {(name is null ? "get" : "gets")} back {amount}.",
            _ => $"So far {who} {(name is null ? "are" : "is")} even.",
        };
    }

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
            : page.IsSoFar ? SentenceSoFar(sum, name, page.Payees, page.Currency)
            : Sentence(sum, name, page.Currency);
    }

    /// <summary>What stands above an amount of one's own.</summary>
    public static string Meaning(OwnerBalancePage page, BalanceExplanation balance)
    {
        var words = (balance.Row.Balance, page.CarriedTo) switch
        {
            ( < 0, null) => "You owe",
            ( > 0, null) => "You get back",
            (_, null) => "You are even",
            ( < 0, _) => "You owed",
            ( > 0, _) => "You were owed",
            _ => "You were even",
        };
        return page.IsSoFar ? $"{words} so far" : page.CarriedTo is null ? words : $"{words} at the end of {balance.Period.Name}";
    }

    /// <summary>What stands below it: whom it is paid to, and what isn't in it.</summary>
    public static string? Details(OwnerBalancePage page) => Joined(
        page.CarriedTo is null ? page.Payees switch { [] => null, [var one] => $"To {NameOf(one)}.", var several => $"{To(several, page.Currency)}." } : null,
        NotSharedYet(page.NotSharedYet, "this", page.Currency));

    /// <summary>Such as “€5.00 to Ben and €2.00 to the fund”.</summary>
    public static string To(IReadOnlyList<Payee> payees, Currency currency)
    {
        var parts = payees.Select(p => $"{Format(p.Amount, currency)} to {NameOf(p)}").ToList();
        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
    }

    public static string NameOf(Payee payee) => payee.Name ?? "the fund";

    /// <summary>That balances aren't final yet, because something isn't shared; <c>null</c>: everything is.</summary>
    /// <param name="amount">As of the sheet.</param>
    /// <param name="what">What will change: <c>this</c>, or amounts in the plural.</param>
    public static string? NotSharedYet(decimal? amount, string what, Currency currency) => amount switch
    {
        null => null,
        > 0 => $"{Format(amount.Value, currency)} isn't shared yet, so {what} will change.",
        < 0 => $"{Format(-amount.Value, currency)} of refunds isn't shared yet, so {what} will change.",
        _ => $"Expenses and refunds of the same amount aren't shared yet, so {what} may change.",
    };

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

    private static string? Joined(params string?[] sentences) => string.Join(' ', sentences.Where(s => s is not null)) is { Length: > 0 } text ? text : null;
}
