using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>Collects what is wrong in a file, by line and column, before it is refused as a whole.</summary>
public sealed class CsvErrors
{
    /// <summary>How many places are named at most; the others are counted.</summary>
    public const int MostNamed = 100;

    public const string Code = "import.invalid";

    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<int> _lines = [];

    public bool HasAny => _lines.Count > 0;

    public void Add(int line, string? column, string error)
    {
        _lines.Add(line);
        var place = column is null ? Place($"line {line}") : Place($"line {line}, {column}");
        if (_errors.TryGetValue(place, out var known))
        {
            known.Add(error);
        }
        else if (_errors.Count < MostNamed)
        {
            _errors[place] = [error];
        }
    }

    /// <exception cref="InvalidException">Something was wrong: <c>import.invalid</c>.</exception>
    public void ThrowIfAny()
    {
        if (HasAny)
        {
            var lines = _lines.Count == 1 ? "One line needs" : Place($"{_lines.Count:N0} lines need");
            var named = _errors.Count < MostNamed ? "" : Place($" The first {MostNamed} mistakes are named.");
            throw new InvalidException(
                Code, $"{lines} a correction; nothing was imported.{named}", _errors.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal));
        }
    }

    /// <summary>The refusal of a file that can't be read at all.</summary>
    public static InvalidException OfFile(string error) =>
        new(Code, error, new Dictionary<string, string[]>(StringComparer.Ordinal) { ["file"] = [error] });

    private static string Place(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
