using System.Globalization;

namespace Budgeting.Core.Kernel;

/// <summary>
/// An exact amount in one currency: a multiple of 1e-6, at most 1e12 in magnitude. Arithmetic is exact; what leaves the
/// range throws <see cref="OverflowException"/>, and mixing currencies throws <see cref="InvalidOperationException"/>.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>The largest magnitude of any amount: 1e12.</summary>
    public const decimal Max = 1_000_000_000_000m;

    /// <summary>Decimals that are kept: amounts are stored as whole millionths.</summary>
    public const int Decimals = 6;

    public Money(decimal amount, Currency currency)
    {
        if (Math.Abs(amount) > Max)
        {
            throw new OverflowException($"The amount {amount.ToString(CultureInfo.InvariantCulture)} is beyond ±1e12.");
        }

        if (decimal.Round(amount, Decimals) != amount)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount has at most six decimals.");
        }

        (Amount, Currency) = (amount, currency);
    }

    public decimal Amount { get; }

    public Currency Currency { get; }

    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => new(left.Amount + right.Of(left.Currency), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.Of(left.Currency), left.Currency);

    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    public static Money operator *(Money money, int factor) => new(money.Amount * factor, money.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Money other) => Amount.CompareTo(other.Of(Currency));

    public override string ToString() => ToString(CultureInfo.CurrentCulture);

    /// <summary>
    /// The amount as a reader of <paramref name="culture"/> writes it, with this currency's symbol and at least its
    /// minor unit's decimals; finer amounts show all of theirs. A minus always shows as a sign, never as brackets or colour.
    /// </summary>
    public string ToString(CultureInfo culture) => MoneyFormat.For(culture, Currency).Format(Amount, withSymbol: true);

    /// <summary>As <see cref="ToString(CultureInfo)"/> without the symbol, for columns whose header names the currency.</summary>
    public string ToPlainString(CultureInfo culture) => MoneyFormat.For(culture, Currency).Format(Amount, withSymbol: false);

    /// <summary>The same number at its smallest scale: 1.50 becomes 1.5, so that equal amounts make equal text.</summary>
    internal static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;

    private decimal Of(Currency currency) =>
        Currency == currency
            ? Amount
            : throw new InvalidOperationException($"{currency} and {Currency} amounts can't be combined without a rate.");
}
