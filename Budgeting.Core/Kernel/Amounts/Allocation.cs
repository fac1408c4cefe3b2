using System.Numerics;

namespace Budgeting.Core.Kernel;

/// <summary>What somebody takes part with. <paramref name="Key"/> is stable: it decides between equal weights.</summary>
/// <param name="Weight">0 or more, exact.</param>
public readonly record struct AllocationWeight<TKey>(TKey Key, decimal Weight)
    where TKey : IComparable<TKey>;

/// <summary>A part of an allocated amount, and how it came about: <c>Amount = exact share, rounded + Adjustment × minor unit</c>.</summary>
/// <param name="Key">Whose.</param>
/// <param name="Amount">In whole minor units.</param>
/// <param name="Exact">The share before rounding.</param>
/// <param name="Adjustment">The minor unit that was given (1) or taken (−1) so that all parts add up; mostly 0.</param>
public readonly record struct AllocationShare<TKey>(TKey Key, decimal Amount, ExactAmount Exact, int Adjustment);

/// <summary>
/// Splits an amount by weights so that the parts add up to it exactly (<a href="https://en.wikipedia.org/wiki/Apportionment">apportionment</a>
/// by rounding and settling what is left over).
/// <list type="number">
/// <item>Each exact share <c>amount × weight ÷ Σ weights</c> is rounded to the minor unit, half away from zero.</item>
/// <item>What then is missing goes a minor unit at a time to those rounded down, what is too much is taken from those rounded up; the
/// largest weights first, of equal ones the lower key first. One for each is always enough.</item>
/// </list>
/// So the sum is exact; each part is its exact share rounded up or down; a weight of 0 gets 0; a negative amount gives the negative parts;
/// and the order of the input doesn't matter. Everything is computed in whole numbers of any size: nothing is rounded on the way.
/// </summary>
public static class Allocation
{
    /// <param name="amount">In whole minor units; it may be negative.</param>
    /// <param name="decimals">Of the minor unit: 0–6.</param>
    /// <param name="weights">Each 0 or more, with different keys.</param>
    /// <returns>One share for each weight, in their order; none for no weights and an amount of 0.</returns>
    /// <exception cref="ArgumentException">The amount is finer than the minor unit, or a weight is negative.</exception>
    /// <exception cref="InvalidOperationException">The weights add up to 0 and the amount doesn't: there is nothing to go by.</exception>
    public static IReadOnlyList<AllocationShare<TKey>> Of<TKey>(decimal amount, int decimals, IReadOnlyList<AllocationWeight<TKey>> weights)
        where TKey : IComparable<TKey>
    {
        var units = Units(amount, decimals);
        var whole = WholeWeights(weights);
        var total = whole.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        if (total.IsZero && !units.IsZero)
        {
            throw new InvalidOperationException("Weights of 0 divide nothing but 0.");
        }

        var parts = new Part[whole.Length];
        var left = units;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Part.Of(units * whole[i], total);
            left -= parts[i].Rounded;
        }

        Settle(parts, left, weights);
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        var scale = BigInteger.Pow(10, decimals);
        return Array.ConvertAll(Enumerable.Range(0, parts.Length).ToArray(), i => new AllocationShare<TKey>(
            weights[i].Key,
            (decimal)(parts[i].Rounded + parts[i].Adjustment) * unit,
            new ExactAmount(parts[i].Numerator, (total.IsZero ? BigInteger.One : total) * scale),
            parts[i].Adjustment));
    }

    private static void Settle<TKey>(Part[] parts, BigInteger left, IReadOnlyList<AllocationWeight<TKey>> weights)
        where TKey : IComparable<TKey>
    {
        if (left.IsZero)
        {
            return;
        }

        // Of one sign: who was rounded down can take one more, who was rounded up can do with one less.
        var sign = left.Sign;
        var candidates = Enumerable.Range(0, parts.Length)
            .Where(i => parts[i].Remainder == sign)
            .OrderByDescending(i => weights[i].Weight)
            .ThenBy(i => weights[i].Key)
            .Take((int)BigInteger.Abs(left));
        foreach (var i in candidates)
        {
            parts[i].Adjustment = sign;
        }
    }

    private static BigInteger Units(decimal amount, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, Amounts.Decimals);
        return decimal.Round(amount, decimals) == amount
            ? Whole(amount, decimals)
            : throw new ArgumentException("An amount is allocated in whole minor units.", nameof(amount));
    }

    private static BigInteger[] WholeWeights<TKey>(IReadOnlyList<AllocationWeight<TKey>> weights)
        where TKey : IComparable<TKey>
    {
        var scale = 0;
        foreach (var weight in weights)
        {
            scale = weight.Weight >= 0 ? Math.Max(scale, weight.Weight.Scale) : throw new ArgumentException("A weight is 0 or more.", nameof(weights));
        }

        var whole = new BigInteger[weights.Count];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = Whole(weights[i].Weight, scale);
        }

        return whole;
    }

    // number × 10^scale, which is whole.
    private static BigInteger Whole(decimal number, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + (((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        mantissa = decimal.IsNegative(number) ? -mantissa : mantissa;
        return scale >= number.Scale ? mantissa * BigInteger.Pow(10, scale - number.Scale) : mantissa / BigInteger.Pow(10, number.Scale - scale);
    }

    /// <summary>A share in minor units: numerator ÷ total weight, rounded; the remainder says to which side.</summary>
    private struct Part
    {
        public BigInteger Numerator;
        public BigInteger Rounded;

        /// <summary>1: rounded down, there is some left; −1: rounded up; 0: exact.</summary>
        public int Remainder;
        public int Adjustment;

        public static Part Of(BigInteger numerator, BigInteger total)
        {
            if (total.IsZero)
            {
                return default;
            }

            var quotient = BigInteger.DivRem(numerator, total, out var rest);
            var rounded = BigInteger.Abs(rest) * 2 >= total ? quotient + numerator.Sign : quotient;
            return new Part { Numerator = numerator, Rounded = rounded, Remainder = (numerator - (rounded * total)).Sign };
        }
    }
}
