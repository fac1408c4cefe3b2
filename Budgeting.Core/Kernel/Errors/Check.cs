using System.Globalization;

namespace Budgeting.Core.Kernel.Errors;

/// <summary>Collects every field error of an input before refusing it, so that one answer names them all.</summary>
public sealed class Check
{
    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>What was wrong so far, by field.</summary>
    public IEnumerable<(string Field, string Error)> Errors => _errors.SelectMany(e => e.Value.Select(error => (e.Key, error)));

    public void That(bool holds, string field, string error)
    {
        if (holds)
        {
            return;
        }

        if (!_errors.TryGetValue(field, out var list))
        {
            _errors[field] = list = [];
        }

        list.Add(error);
    }

    /// <summary>A text of one line that must be there, of at most <paramref name="max"/> characters as it is kept: see <see cref="CanonicalText.Name"/>.</summary>
    public string Required(string? text, string field, string what, int max)
    {
        var trimmed = CanonicalText.Name(text?.Trim() ?? "");
        That(trimmed.Any(IsVisible), field, $"Enter {what}.");
        That(trimmed.Length <= max, field, Format($"Use at most {max} characters."));
        Printable(trimmed, field);
        That(!trimmed.AsSpan().ContainsAny('\n', '\r', '\t'), field, "Write it on one line.");
        return trimmed;
    }

    /// <summary>A text that may be left out: blank becomes <c>null</c>. Nothing invisible is kept in it.</summary>
    public string? Optional(string? text, string field, int max)
    {
        var trimmed = text is null ? null : CanonicalText.Visible(text).Trim();
        That((trimmed?.Length ?? 0) <= max, field, Format($"Use at most {max} characters."));
        Printable(trimmed ?? "", field);
        return string.IsNullOrEmpty(trimmed) ? null : trimmed;
    }

    /// <summary>A ledger amount, if given: 0 to 1e12, in whole minor units of <paramref name="currency"/>.</summary>
    public void Amount(decimal? amount, string field, Currency currency)
    {
        That(amount is null or >= 0, field, "Enter an amount of 0 or more.");
        That(amount is null or <= Amounts.Max, field, $"Enter an amount of at most {Amounts.MaxText}.");
        That(
            amount is null || currency.Fits(amount.Value),
            field,
            currency.MinorUnits == 0
                ? $"{currency} amounts have no decimals."
                : Format($"{currency} amounts have at most {currency.MinorUnits} decimals."));
    }

    /// <summary>An amount that must be there: more than 0, and otherwise as <see cref="Amount"/> has it.</summary>
    public void AmountAboveZero(decimal? amount, string field, Currency currency)
    {
        That(amount is not null, field, "Enter an amount.");
        That(amount is not <= 0, field, "Enter an amount of more than 0.");
        Amount(amount < 0 ? null : amount, field, currency);
    }

    /// <summary>A sum: at most 1e12, as each of its amounts.</summary>
    /// <param name="others">What it comes to without.</param>
    /// <param name="more">What is added, if it is known.</param>
    /// <param name="field">What is at fault.</param>
    /// <param name="what">Of what it is the sum, for people: <c>All line items</c>.</param>
    public void Total(decimal others, decimal? more, string field, string what) =>
        That(!(more > Amounts.Max - others), field, $"{what} would come to more than {Amounts.MaxText}.");

    /// <exception cref="InvalidException">Something was wrong.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InvalidException(_errors.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal));
        }
    }

    // A NUL ends a text in the engine; the others say nothing to anybody.
    private void Printable(string text, string field) =>
        That(!text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')), field, "Leave out control characters.");

    // Two letters of Unicode are blank: a Braille cell without dots, and the Hangul filler.
    private static bool IsVisible(char c) => c is not ('\u2800' or '\u3164') && char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
