using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Budgeting.Core.Kernel;

/// <summary>The number of a bank account, as ISO 13616 has it: country, two check digits, account.</summary>
public static class Iban
{
    public const int MaxLength = 34;

    public const string Error = "This is no IBAN: compare it with the account's papers.";

    private const int MinLength = 15;

    /// <summary>As it is kept: without spaces, in capitals.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Normalize(string? text) => text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>As people read and type it: in groups of four.</summary>
    public static string Grouped(string iban) => string.Join(' ', iban.Chunk(4).Select(four => new string(four)));

    // With the first four behind and letters as 10–35, the number leaves 1 when divided by 97.
    public static bool IsValid(string iban) =>
        iban.Length is >= MinLength and <= MaxLength && iban.All(char.IsAsciiLetterOrDigit) && iban[..2].All(char.IsAsciiLetter) && iban[2..4].All(char.IsAsciiDigit) &&
        (iban[4..] + iban[..4]).Aggregate(BigInteger.Zero, (n, c) => char.IsAsciiDigit(c) ? (n * 10) + (c - '0') : (n * 100) + (c - 'A' + 10)) % 97 == 1;
}
