using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>Finds what somebody types a part of, the likeliest first.</summary>
internal static class PaletteSearch
{
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
        var words = LooseText.WordsOf(typed);
        return [.. entries.Select(e => (Entry: e, Match: MatchOf(e, words))).Where(e => e.Match != Match.None).OrderBy(e => e.Match).Select(e => e.Entry)];
    }

    private static Match MatchOf(PaletteEntry entry, string[] words) =>
        words.Length == 0 || LooseText.Begins(entry.Text, string.Join(' ', words)) ? Match.Beginning : words.Max(word => MatchOf(entry, word));

    private static Match MatchOf(PaletteEntry entry, string word)
    {
        var match = MatchOf(entry.Text, word);
        return match > Match.OtherWord && MatchOf(entry.Also, word) <= Match.WordStart ? Match.OtherWord : match;
    }

    private static Match MatchOf(string text, string word)
    {
        var first = LooseText.IndexOf(text, word);
        if (first <= 0)
        {
            return first == 0 ? Match.Beginning : Match.None;
        }

        return Enumerable.Range(first, text.Length - first).Any(i => IsWordStart(text, i) && LooseText.Begins(text.AsSpan(i), word))
            ? Match.WordStart
            : Match.Inside;
    }

    // An accent may be a character of its own.
    private static bool IsWordStart(string text, int index) =>
        index == 0 || !(char.IsLetterOrDigit(text[index - 1]) || char.GetUnicodeCategory(text[index - 1]) == UnicodeCategory.NonSpacingMark);
}
