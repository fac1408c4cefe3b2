namespace Budgeting.Core.Kernel.Csv;

/// <summary>
/// Keeps a text from being a formula where a spreadsheet opens it, by an apostrophe in front, and takes that away again. A text comes
/// back as it was, one that begins with apostrophes included.
/// </summary>
public static class CsvText
{
    // What begins a formula, as wide signs too, and what a spreadsheet skips before one.
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    public static string Defuse(string text) => IsFormulaBehindApostrophes(text) ? "'" + text : text;

    /// <summary>An apostrophe that keeps nothing from being a formula stays: it is a part of the text.</summary>
    public static string Restore(string cell) => cell.StartsWith('\'') && IsFormulaBehindApostrophes(cell) ? cell[1..] : cell;

    private static bool IsFormulaBehindApostrophes(string text) =>
        text.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Beginnings.Contains(rest[0], StringComparison.Ordinal);
}
