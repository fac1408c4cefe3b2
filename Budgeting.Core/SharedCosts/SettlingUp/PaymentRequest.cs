using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>Where somebody is paid.</summary>
/// <param name="Iban">Without spaces.</param>
public sealed record PaymentAccount(string Name, string Iban);

/// <summary>Something to be paid, as a bank's form asks for it.</summary>
/// <param name="Amount">More than 0.</param>
/// <param name="Text">What the one who is paid knows it by.</param>
public sealed record PaymentRequest(PaymentAccount Account, decimal Amount, string Text)
{
    private const decimal MaxAmount = 999_999_999.99m;
    private const int MaxName = 70;
    private const int MaxText = 140;

    /// <summary>
    /// What the code says that a bank's app scans (EPC069-12, version 2: a SEPA credit transfer), at most 331 bytes; <c>null</c> where
    /// there is none: it exists for euros only, from 0.01 to 999,999,999.99.
    /// </summary>
    public string? Code(Currency currency) => currency.Code == "EUR" && Amount is >= 0.01m and <= MaxAmount
        ? string.Join(
            '\n',
            "BCD", "002", "1", "SCT", "", Cut(Account.Name, MaxName), Account.Iban,
            "EUR" + Amount.ToString("0.00", CultureInfo.InvariantCulture), "", "", Cut(Text, MaxText))
        : null;

    // A line each, no longer than allowed: in bytes, so that texts of any script fit the code. Runes aren't torn apart.
    private static string Cut(string text, int max)
    {
        var cut = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > max)
            {
                break;
            }

            cut.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return cut.ToString().Trim();
    }
}

/// <summary>Finds out whom a balance is paid to.</summary>
internal static class PaymentAccounts
{
    /// <summary>The fund's account for who owes, the owner's for whom the fund owes; <c>null</c> for neither, or where none is known.</summary>
    public static async Task<PaymentAccount?> ForAsync(SharedCostsRepository repository, BalanceRow row, CancellationToken cancellationToken) => row.Balance switch
    {
        < 0 => await repository.FundAccountAsync(cancellationToken),
        > 0 => (await repository.AccountsAsync([row.OwnerId], cancellationToken)).GetValueOrDefault(row.OwnerId),
        _ => null,
    };
}
