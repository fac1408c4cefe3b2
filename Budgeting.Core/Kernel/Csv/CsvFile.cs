using System.Globalization;
using System.Text;
using CsvHelper;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>A file to be downloaded.</summary>
/// <param name="Name">Safe to be saved under on every system.</param>
public sealed record CsvFile(string Name, byte[] Bytes)
{
    /// <summary>
    /// Writes lines under a header, parted by commas, in UTF-8 with the mark by which Excel knows it. Texts can't become formulas,
    /// numbers stay numbers.
    /// </summary>
    /// <param name="name">What the file is about, in any characters.</param>
    /// <param name="header">The columns' names.</param>
    /// <param name="rows">A line's cells: texts, whole numbers, dates, yes or no, or what <see cref="Amount"/> and <see cref="Number"/> make.</param>
    public static CsvFile Write(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                {
                    writer.WriteField(CellOf(cell));
                }

                writer.NextRecord();
            }
        }

        return new CsvFile(FileName.Of(name, ".csv"), bytes.ToArray());
    }

    /// <summary>An amount with a point and its currency's decimals.</summary>
    public static object? Amount(decimal? amount, Currency currency) => amount is { } known ? new NumberCell(CsvNumber.Of(known, currency)) : null;

    /// <summary>A number with a point, as it is.</summary>
    public static object? Number(decimal? number) =>
        number is { } known ? new NumberCell(Amounts.WithoutTrailingZeros(known).ToString(CultureInfo.InvariantCulture)) : null;

    private static string? CellOf(object? cell) => cell switch
    {
        string text => CsvText.Defuse(text),
        bool yes => yes ? CsvRow.Yes : null,
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NumberCell number => number.Text,
        null => null,
        _ => throw new ArgumentException($"{cell.GetType()} has no way to be written.", nameof(cell)),
    };

    private sealed record NumberCell(string Text);
}
