using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel.Errors;
using CsvHelper;
using CsvHelper.Configuration;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>
/// A file of lines under a header, as spreadsheets write them: parted by commas, semicolons or tabs, in UTF-8. The header's names count
/// in any letter case and order.
/// </summary>
public sealed class CsvTable
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxRows = 5000;

    private const int MostIgnored = 20;
    private const int LongestIgnored = 60;

    private const string BadQuotes = "A quotation mark stands alone. Double it, and put the whole cell between quotation marks.";

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly Dictionary<string, int> _indexes;
    private readonly CsvErrors _errors = new();
    private readonly List<CsvRow> _rows = [];
    private readonly int _width;

    private CsvTable(char delimiter, string[] header, CsvColumns columns)
    {
        (Delimiter, _width) = (delimiter, header.Length);
        var names = header.Select((name, index) => (Name: name.Trim(), index)).Where(n => n.Name.Length > 0).ToList();
        _indexes = names
            .Where(n => columns.Names.Contains(n.Name, StringComparer.OrdinalIgnoreCase))
            .GroupBy(n => n.Name, n => n.index, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                n => n.Key,
                n => n.Count() == 1 ? n.Single() : throw CsvErrors.OfFile($"The column “{n.Key}” is there twice."),
                StringComparer.OrdinalIgnoreCase);
        Ignored =
        [
            .. names.Select(n => n.Name)
                .Where(n => !_indexes.ContainsKey(n) && !columns.Informative.Contains(n, StringComparer.OrdinalIgnoreCase))
                .Select(n => n.Length > LongestIgnored ? n[..LongestIgnored] + "…" : n)
                .Take(MostIgnored),
        ];
    }

    /// <summary>Those that aren't empty.</summary>
    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>The columns that nothing is known of, the first 20 of them.</summary>
    public IReadOnlyList<string> Ignored { get; }

    internal char Delimiter { get; }

    /// <summary>Reads a file whose header must have each of the required columns.</summary>
    /// <exception cref="InvalidException">It can't be read, is too long, or lacks a column: <c>import.invalid</c>.</exception>
    public static CsvTable Read(ReadOnlySpan<byte> bytes, CsvColumns columns)
    {
        var text = TextOf(bytes);
        var delimiter = DelimiterOf(text);
        var isBroken = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            BadDataFound = _ => isBroken = true,
        });
        if (!ReadHeader(parser, text))
        {
            throw CsvErrors.OfFile("The file is empty. Its first line must name the columns.");
        }

        var table = new CsvTable(delimiter, parser.Record!, columns);
        foreach (var missing in columns.Required.Where(name => table.IndexOf(name) is null))
        {
            throw CsvErrors.OfFile($"There is no column “{missing}”. The first line must name the columns.");
        }

        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            table.Add(line, parser.Record!, isBroken);
            isBroken = false;
        }

        table.CheckQuotes(text);
        return table;
    }

    /// <exception cref="InvalidException">A line has something wrong: <c>import.invalid</c>.</exception>
    public void ThrowIfAny()
    {
        foreach (var row in Rows)
        {
            foreach (var (column, error) in row.Check.Errors)
            {
                _errors.Add(row.Line, column, error);
            }
        }

        _errors.ThrowIfAny();
    }

    internal int? IndexOf(string column) => _indexes.TryGetValue(column, out var index) ? index : null;

    private void Add(int line, string[] cells, bool isBroken)
    {
        var row = new CsvRow(this, line, cells);
        if (row.IsEmpty)
        {
            return;
        }

        if (_rows.Count == MaxRows)
        {
            throw CsvErrors.OfFile("The file has more than 5,000 lines. Split it, and import one part after the other.");
        }

        _rows.Add(row);
        if (isBroken)
        {
            _errors.Add(line, column: null, BadQuotes);
        }
        else if (cells.Skip(_width).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            _errors.Add(line, column: null, "There are more cells than columns. Put a text with the separator in it between quotation marks.");
        }
    }

    // One that is never closed takes all lines to the end of the file into its cell.
    private void CheckQuotes(string text)
    {
        if (text.Count(c => c == '"') % 2 == 1 && !_errors.HasAny)
        {
            _errors.Add(_rows.Count == 0 ? 1 : _rows[^1].Line, column: null, BadQuotes);
        }
    }

    // Another encoding would have to be guessed, and a wrong guess spoils names without anybody noticing.
    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw CsvErrors.OfFile("The file is larger than 1 MB. Split it, and import one part after the other.");
        }

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? throw NotUtf8() : text;
        }
        catch (DecoderFallbackException)
        {
            throw NotUtf8();
        }
    }

    private static InvalidException NotUtf8() =>
        CsvErrors.OfFile("The file isn't in UTF-8. In the spreadsheet, save it as “CSV UTF-8”, then choose it again.");

    // Behind lines that have nothing in them, and the one that tells Excel the delimiter.
    private static bool ReadHeader(CsvParser parser, string text)
    {
        var isThere = parser.Read() && (DeclaredIn(text) is null || parser.Read());
        while (isThere && parser.Record!.All(string.IsNullOrWhiteSpace))
        {
            isThere = parser.Read();
        }

        return isThere;
    }

    // As in “sep=;”, a line of its own.
    private static char? DeclaredIn(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && Delimiters.Contains(text[4]) && text[5] is ('\r' or '\n')
            ? text[4]
            : null;

    // The one that the header has most often.
    private static char DelimiterOf(string text)
    {
        if (DeclaredIn(text) is { } declared)
        {
            return declared;
        }

        text = text.TrimStart('\r', '\n', ' ');
        var counts = Delimiters.ToDictionary(d => d, _ => 0);
        var isQuoted = false;
        foreach (var c in text)
        {
            isQuoted ^= c == '"';
            if (!isQuoted && c is '\n' or '\r')
            {
                break;
            }

            if (!isQuoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts.MaxBy(c => c.Value).Key;
    }
}
