using System.Globalization;
using System.Numerics;

namespace Budgeting.Core.Kernel;

/// <summary>An amount before rounding: a fraction of whole numbers of any size, of which nothing is lost.</summary>
/// <param name="Numerator">With the sign.</param>
/// <param name="Denominator">1 or more.</param>
public readonly record struct ExactAmount(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>In lowest terms, such as <c>50/3</c>; a whole number without a denominator.</summary>
    public override string ToString()
    {
        var divisor = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        var (above, below) = divisor.IsZero ? (Numerator, BigInteger.One) : (Numerator / divisor, Denominator / divisor);
        return below.IsOne ? above.ToString(CultureInfo.InvariantCulture) : $"{above.ToString(CultureInfo.InvariantCulture)}/{below.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The decimal number with <paramref name="decimals"/> digits after the point, the rest cut off: for people to read.</summary>
    public decimal Truncated(int decimals) =>
        (decimal)(Numerator * BigInteger.Pow(10, decimals) / Denominator) * new decimal(1, 0, 0, isNegative: false, (byte)decimals);
}
