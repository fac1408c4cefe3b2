using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>
/// One line of a table. Its cells are read by their columns' names; a cell that is empty, or whose column the file doesn't have, is
/// <c>null</c>. What can't be read is said to <see cref="Check"/>.
/// </summary>
public sealed class CsvRow
{
    internal const string Yes = "yes";

    private static readonly string[] Affirmed = [Yes, "true", "1"];
    private static readonly string[] Denied = ["no", "false", "0"];

    private readonly CsvTable _table;
    private readonly string[] _cells;

    internal CsvRow(CsvTable table, int line, string[] cells) => (_table, Line, _cells) = (table, line, cells);

    /// <summary>Where it begins in the file, counted from 1, the header included.</summary>
    public int Line { get; }

    /// <summary>What is wrong with it, by column.</summary>
    public Check Check { get; } = new();

    internal bool IsEmpty => _cells.All(string.IsNullOrWhiteSpace);

    public string? Text(string column) => Cell(column) is { } cell ? CsvText.Restore(cell) : null;

    public decimal? Amount(string column, Currency currency) => Cell(column) is { } cell ? AmountOf(cell, column, currency) : null;

    /// <summary>A number that is no money, in a file with amounts of the currency.</summary>
    public decimal? Number(string column, Currency currency) => Cell(column) is { } cell ? Parse(cell, column, currency, isAmount: false) : null;

    /// <summary>An amount that is a part of a cell.</summary>
    public decimal? AmountOf(string text, string column, Currency currency) => Parse(text, column, currency, isAmount: true);

    private decimal? Parse(string text, string column, Currency currency, bool isAmount)
    {
        var (amount, error) = CsvNumber.Parse(text, currency, _table.Delimiter, isAmount);
        Check.That(error is null, column, error ?? "");
        return error is null ? amount : null;
    }

    public int? Whole(string column)
    {
        var number = 0;
        var cell = Cell(column);
        var isRead = cell is null || int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
        Check.That(isRead, column, "Write a whole number.");
        return cell is null || !isRead ? null : number;
    }

    /// <summary>A date as YYYY-MM-DD: no other way to write one is the same everywhere.</summary>
    public DateOnly? Date(string column)
    {
        var date = default(DateOnly);
        var cell = Cell(column);
        var isRead = cell is null || DateOnly.TryParseExact(cell.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        Check.That(isRead, column, "Write a date as YYYY-MM-DD.");
        return cell is null || !isRead ? null : date;
    }

    /// <summary>One of the names of <typeparamref name="T"/>, in any letter case.</summary>
    public T? Choice<T>(string column)
        where T : struct, Enum => (T?)Choice(typeof(T), column);

    /// <summary>One of the names of an enum's type, nullable or not, in any letter case.</summary>
    public object? Choice(Type type, string column)
    {
        if (Cell(column)?.Trim() is not { } cell)
        {
            return null;
        }

        var of = Nullable.GetUnderlyingType(type) ?? type;
        var names = Enum.GetNames(of);
        var name = names.FirstOrDefault(n => n.Equals(cell, StringComparison.OrdinalIgnoreCase));
        Check.That(name is not null, column, $"Write one of {string.Join(", ", names)}.");
        return name is null ? null : Enum.Parse(of, name);
    }

    /// <summary>Yes or no; an empty cell is no.</summary>
    public bool Flag(string column)
    {
        var cell = Cell(column)?.Trim();
        var yes = Affirmed.Contains(cell, StringComparer.OrdinalIgnoreCase);
        Check.That(yes || cell is null || Denied.Contains(cell, StringComparer.OrdinalIgnoreCase), column, "Write yes or no.");
        return yes;
    }

    private string? Cell(string column) =>
        _table.IndexOf(column) is { } index && index < _cells.Length && !string.IsNullOrWhiteSpace(_cells[index]) ? _cells[index] : null;
}
