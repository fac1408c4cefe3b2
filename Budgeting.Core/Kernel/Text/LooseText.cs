using System.Globalization;
using System.Text;

namespace Budgeting.Core.Kernel;

/// <summary>Finds what somebody types a part of. Upper and lower case, and accents, make no difference.</summary>
public static class LooseText
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    private static readonly CompareInfo Comparison = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>The words that somebody typed; none, where it is only spaces.</summary>
    public static string[] WordsOf(string typed) => typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a text has every one of the words somewhere.</summary>
    public static bool HasAll(string text, string[] words) => Array.TrueForAll(words, word => IndexOf(text, word) >= 0);

    /// <summary>Where a part begins for the first time; -1: nowhere.</summary>
    public static int IndexOf(string text, string part) => Ascii.IsValid(text) && Ascii.IsValid(part)
        ? text.IndexOf(part, StringComparison.OrdinalIgnoreCase)
        : Comparison.IndexOf(text, part, Loosely);

    public static bool Begins(ReadOnlySpan<char> text, string part) => Comparison.IsPrefix(text, part, Loosely);
}
