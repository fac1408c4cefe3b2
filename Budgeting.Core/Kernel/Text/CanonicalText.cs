using System.Globalization;
using System.Text;

namespace Budgeting.Core.Kernel;

/// <summary>
/// Texts that look the same as one text, in whichever way they were typed: a letter and its accent as one character or as two, and
/// every kind of space as a space.
/// </summary>
public static class CanonicalText
{
    // A noncharacter, which can't be normalized.
    private const int Unusable = 0xFFFE;

    private const int WordJoiners = 0x200C;
    private const int EmojiStyle = 0xFE0F;

    /// <summary>Whether they look the same, in whichever letter case, whatever invisible there is in them.</summary>
    public static bool AreAlike(string some, string other) => string.Equals(Bare(some), Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A text without what nobody sees: a space of no width, a soft hyphen, a mark of direction. What joins or parts letters of other
    /// alphabets and the parts of an emoji stays. A line or paragraph separator becomes a line feed.
    /// </summary>
    public static string Visible(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var runes = text.EnumerateRunes().Where(r => !IsInvisible(r)).ToArray();
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            if (Rune.GetUnicodeCategory(runes[i]) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                kept.Append('\n');
            }
            else if (!IsJoiner(runes[i]) || IsNeeded(runes, i))
            {
                kept.Append(runes[i].ToString());
            }
        }

        return kept.ToString();
    }

    /// <summary>A name as it is kept: <see cref="Visible"/>, each run of spaces one space, an accent part of its letter.</summary>
    public static string Name(string text)
    {
        var spaced = Of(Visible(text));
        var single = new StringBuilder(spaced.Length);
        foreach (var c in spaced.Where((c, i) => c != ' ' || i == 0 || spaced[i - 1] != ' '))
        {
            single.Append(c);
        }

        return single.ToString().Trim();
    }

    // For comparing, no joiner counts.
    private static string Bare(string text) => Name(string.Concat(text.EnumerateRunes().Where(r => !IsInvisible(r) && !IsJoiner(r))));

    // Signs of Arabic, Syriac and Kaithi numbers are format characters that are seen.
    private static bool IsInvisible(Rune rune) => rune.Value == 0x034F ||
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsJoiner(rune) &&
        rune.Value is not ((>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD));

    private static bool IsJoiner(Rune rune) => rune.Value is WordJoiners or (WordJoiners + 1) or (>= 0xFE00 and <= EmojiStyle);

    private static bool IsNeeded(Rune[] runes, int i) => i > 0 && (runes[i].Value >= 0xFE00
        ? Rune.GetUnicodeCategory(runes[i - 1]) == UnicodeCategory.OtherSymbol
        : i + 1 < runes.Length && IsOfAWord(runes[i - 1]) && IsOfAWord(runes[i + 1]));

    private static bool IsOfAWord(Rune rune) => !rune.IsAscii && !Rune.IsWhiteSpace(rune) && rune.Value is not (WordJoiners or (WordJoiners + 1));

    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => r.Value != Unusable))
        {
            plain.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? " " : rune.ToString());
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
