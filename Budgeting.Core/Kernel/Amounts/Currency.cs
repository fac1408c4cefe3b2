using System.Diagnostics.CodeAnalysis;

namespace Budgeting.Core.Kernel;

/// <summary>An ISO 4217 currency: its alphabetic code and the number of decimals of its minor unit (0–3 here).</summary>
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code, int minorUnits) => (_code, MinorUnits) = (code, minorUnits);

    /// <summary>Three upper-case letters, such as <c>USD</c>. The default value has none and is <c>XXX</c> (ISO 4217: no currency).</summary>
    public string Code => _code ?? "XXX";

    /// <summary>Decimals of the minor unit: 2 for USD, 0 for JPY, 3 for KWD.</summary>
    public int MinorUnits { get; }

    /// <summary>The smallest ledger amount, such as 0.01 for USD.</summary>
    public decimal MinorUnit => new(1, 0, 0, isNegative: false, (byte)MinorUnits);

    /// <summary>Every currency that an organization can choose, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = Iso4217.Codes.Select(c => new Currency(c.Code, c.MinorUnits)).ToList();

    private static readonly Dictionary<string, Currency> ByCode = All.ToDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The currency of <paramref name="code"/>, in any letter case.</summary>
    /// <exception cref="ArgumentException">No active ISO 4217 currency has that code.</exception>
    public static Currency Of(string code) =>
        TryOf(code, out var currency) ? currency : throw new ArgumentException($"“{code}” is not an ISO 4217 currency.", nameof(code));

    public static bool TryOf([NotNullWhen(true)] string? code, out Currency currency)
    {
        currency = default;
        return code is not null && ByCode.TryGetValue(code, out currency);
    }

    /// <summary>Whether <paramref name="amount"/> is a whole number of minor units.</summary>
    public bool Fits(decimal amount) => decimal.Round(amount, MinorUnits) == amount;

    public override string ToString() => Code;
}
