using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>Writes transactions, a buffer at a time.</summary>
internal sealed class JournalText(TextWriter writer, Currency currency)
{
    private const int FlushAt = 64 * 1024;

    private readonly StringBuilder _text = new();

    public void Line(string line = "") => _text.Append(line).Append('\n');

    /// <summary>How the currency is written, for programs that would guess it from the first amount.</summary>
    public void Commodity()
    {
        Line($"commodity {currency.Code}");
        Line(currency.MinorUnits == 0 ? "" : $"  format 1000.{new string('0', currency.MinorUnits)} {currency.Code}\n");
    }

    /// <summary>Begins a transaction; its postings follow, then an <see cref="EndAsync"/>.</summary>
    public void Begin(DateOnly date, Guid id, string what, string? text = null) => _text
        .Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} ({id}) {what}")
        .Append(string.IsNullOrWhiteSpace(text) ? "" : $", {JournalNames.Plain(text)}")
        .Append('\n');

    public void Posting(string account, decimal amount, string? comment = null) => _text
        .Append("    ").Append(account).Append("  ").Append(CsvNumber.Of(amount, currency)).Append(' ').Append(currency.Code)
        .Append(comment is null ? "" : "  ; ").Append(comment)
        .Append('\n');

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        _text.Append('\n');
        if (_text.Length >= FlushAt)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is left; what isn't flushed when something failed never was.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(_text, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        _text.Clear();
    }
}
