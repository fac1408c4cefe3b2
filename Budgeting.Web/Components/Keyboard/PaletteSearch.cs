using System.Globalization;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>Finds what somebody types a part of. Upper and lower case, and accents, make no difference.</summary>
internal static class PaletteSearch
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    private static readonly CompareInfo Comparison = CultureInfo.InvariantCulture.CompareInfo;

    private enum Match
    {
        Beginning,
        WordStart,
        OtherWord,
        Inside,
        None,
    }

    /// <summary>
    /// The entries that have every word of <paramref name="typed"/>: those first that begin with it, then those with words that do, also other
    /// words for the same, then the others; otherwise in the order given.
    /// </summary>
    public static IReadOnlyList<PaletteEntry> Find(IReadOnlyList<PaletteEntry> entries, string typed)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. entries.Select(e => (Entry: e, Match: MatchOf(e, words))).Where(e => e.Match != Match.None).OrderBy(e => e.Match).Select(e => e.Entry)];
    }

    private static Match MatchOf(PaletteEntry entry, string[] words) =>
        words.Length == 0 || Comparison.IsPrefix(entry.Text, string.Join(' ', words), Loosely) ? Match.Beginning : words.Max(word => MatchOf(entry, word));

    private static Match MatchOf(PaletteEntry entry, string word)
    {
        var match = MatchOf(entry.Text, word);
        return match > Match.OtherWord && MatchOf(entry.Also, word) <= Match.WordStart ? Match.OtherWord : match;
    }

    private static Match MatchOf(string text, string word)
    {
        var first = Comparison.IndexOf(text, word, Loosely);
        if (first <= 0)
        {
            return first == 0 ? Match.Beginning : Match.None;
        }

        return Enumerable.Range(first, text.Length - first).Any(i => IsWordStart(text, i) && Comparison.IsPrefix(text.AsSpan(i), word, Loosely))
            ? Match.WordStart
            : Match.Inside;
    }

    // An accent may be a character of its own.
    private static bool IsWordStart(string text, int index) =>
        index == 0 || !(char.IsLetterOrDigit(text[index - 1]) || char.GetUnicodeCategory(text[index - 1]) == UnicodeCategory.NonSpacingMark);
}
