using System.Globalization;
using System.Text;

namespace Budgeting.Core.Kernel;

/// <summary>Names of files that are downloaded.</summary>
internal static class FileName
{
    private const int Longest = 100;

    /// <summary>Safe to be saved under on every system.</summary>
    /// <param name="about">What the file is about, in any characters.</param>
    /// <param name="ending">With its point.</param>
    public static string Of(string about, string ending)
    {
        var plain = string.Concat(about.EnumerateRunes().Where(IsSafe).Take(Longest).Select(r => r.ToString())).Trim(' ', '.');
        return (plain.Length > 0 ? plain : "export") + ending;
    }

    // Marks of direction go, too: they could show another ending than there is.
    private static bool IsSafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format) &&
        !"\"*/:<>?\\|".Contains(rune.ToString(), StringComparison.Ordinal);
}
