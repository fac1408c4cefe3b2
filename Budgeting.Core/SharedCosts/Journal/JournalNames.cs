using System.Globalization;
using System.Text;

namespace Budgeting.Core.SharedCosts;

/// <summary>Texts that hledger and ledger read as they are: a name is one account, whatever is in it, and two names are two accounts.</summary>
internal static class JournalNames
{
    // A colon parts accounts, a semicolon begins a comment, a bar parts a payee, and dates in brackets move a posting.
    private const string Signs = ":;|[]";
    private const string InTheirPlace = "：；｜［］";

    /// <summary>On one line, without two spaces beside each other, which end a name, and without signs that mean something.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                AppendSpace(plain);
            }
            else if (Signs.IndexOf(rune.ToString(), StringComparison.Ordinal) is var sign and >= 0)
            {
                plain.Append(InTheirPlace[sign]);
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                plain.Append(rune.ToString());
            }
        }

        var trimmed = plain.ToString().TrimEnd();
        return trimmed.Length > 0 ? trimmed : "unnamed";
    }

    /// <summary>An account under <paramref name="parent"/> for each; of equal names, all but the first get a number.</summary>
    public static IReadOnlyDictionary<TKey, string> Accounts<TKey>(string parent, IEnumerable<(TKey Key, string Name)> named)
        where TKey : notnull
    {
        var (accounts, taken) = (new Dictionary<TKey, string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (key, name) in named)
        {
            var (plain, number) = (Plain(name), 1);
            var account = plain;
            while (!taken.Add(account))
            {
                account = FormattableString.Invariant($"{plain} ({++number})");
            }

            accounts[key] = $"{parent}:{account}";
        }

        return accounts;
    }

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }
}
