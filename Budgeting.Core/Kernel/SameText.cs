using System.Globalization;
using System.Text;

namespace Budgeting.Core.Kernel;

/// <summary>
/// Texts that look the same as one text, in whichever way they were typed: a letter and its accent as one character or as two, and
/// every kind of space as a space.
/// </summary>
public static class SameText
{
    // A noncharacter, which can't be normalized.
    private const int Unusable = 0xFFFE;

    /// <summary>Whether they look the same, in whichever letter case.</summary>
    public static bool AreAlike(string some, string other) => string.Equals(Of(some), Of(other), StringComparison.OrdinalIgnoreCase);

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
