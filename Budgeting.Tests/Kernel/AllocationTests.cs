using System.Numerics;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class AllocationTests
{
    private const int Cases = 100_000;

    [Theory]
    [InlineData("10000", "1 1 1 1 1 1", "1666 1666 1667 1667 1667 1667")]
    [InlineData("10", "5 2", "7 3")]
    [InlineData("10", "5 1 1", "8 1 1")]
    [InlineData("-10000", "1 1 1 1 1 1", "-1666 -1666 -1667 -1667 -1667 -1667")]
    [InlineData("1", "1 1", "0 1")]
    [InlineData("1", "0 1 0", "0 1 0")]
    [InlineData("0", "0 0", "0 0")]
    [InlineData("100", "0.000001 0.000002", "33 67")]
    [InlineData("3", "1000000 0.000001 0.000001", "3 0 0")]
    public void Of_Amount_GivesTheseParts(string amount, string weights, string parts) =>
        Allocation.Of(Number(amount), 0, Weights(weights.Split(' ').Select(Number))).Select(s => s.Amount).Should().Equal(parts.Split(' ').Select(Number));

    [Fact]
    public void Of_AnythingGenerated_KeepsEveryRule()
    {
        // Another one for each day of the year, so that a failure can be had again.
        var seed = TimeProvider.System.GetUtcNow().DayOfYear;
        var random = new Random(seed);
        for (var i = 0; i < Cases; i++)
        {
            var (amount, decimals, weights) = Generate(random);
            KeepsEveryRule(amount, decimals, weights, random).Should().BeNull("of seed {0}, case {1}: {2} over {3}", seed, i, amount, string.Join(' ', weights));
        }
    }

    [Fact]
    public void Of_EachShare_SaysHowItCameAbout()
    {
        var shares = Allocation.Of(100.00m, 2, Weights([1, 1, 1]));

        shares.Select(s => s.Exact.ToString()).Should().Equal("100/3", "100/3", "100/3");
        shares.Select(s => s.Exact.Truncated(4)).Should().OnlyContain(exact => exact == 33.3333m);
        shares.Select(s => (s.Amount, s.Adjustment)).Should().Equal((33.34m, 1), (33.33m, 0), (33.33m, 0));
    }

    [Fact]
    public void Of_TheLargestAmountOverTheFinestWeights_IsExact()
    {
        var shares = Allocation.Of(Amounts.Max, 6, Weights([0.0000000000000000000000000001m, 79228162514264337593543950335m]));

        shares.Sum(s => s.Amount).Should().Be(Amounts.Max);
        shares[0].Amount.Should().Be(0);
        shares[0].Exact.Numerator.Sign.Should().Be(1);
    }

    [Fact]
    public void Of_WeightsOfZero_IsRefusedUnlessThereIsNothing()
    {
        Allocation.Of(0, 2, Weights([])).Should().BeEmpty();
        FluentActions.Invoking(() => Allocation.Of(0.01m, 2, Weights([0, 0]))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => Allocation.Of(0.01m, 2, Weights([]))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Of_WhatIsNoInput_IsRefused()
    {
        FluentActions.Invoking(() => Allocation.Of(0.001m, 2, Weights([1]))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Allocation.Of(1, 2, Weights([2, -1]))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Allocation.Of(1, 7, Weights([1]))).Should().Throw<ArgumentOutOfRangeException>();
    }

    // The first rule that doesn't hold; told as text, since an assertion for each rule of each case would take minutes.
    private static string? KeepsEveryRule(decimal amount, int decimals, IReadOnlyList<AllocationWeight<int>> weights, Random random)
    {
        var shares = Allocation.Of(amount, decimals, weights);
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        if (shares.Sum(s => s.Amount) != amount)
        {
            return "the parts don't add up";
        }

        foreach (var (share, weight) in shares.Zip(weights))
        {
            if (share.Key != weight.Key || (weight.Weight == 0 && share.Amount != 0))
            {
                return $"{share} is not for {weight}";
            }

            // floor ≤ share ≤ ceil: less than one unit away.
            var units = new BigInteger(share.Amount / unit);
            var distance = BigInteger.Abs((units * share.Exact.Denominator) - (share.Exact.Numerator * BigInteger.Pow(10, decimals)));
            if (distance >= share.Exact.Denominator || share.Adjustment is < -1 or > 1)
            {
                return $"{share} is too far from exact";
            }
        }

        var shuffled = weights.ToArray();
        random.Shuffle(shuffled);
        var others = Allocation.Of(amount, decimals, shuffled).ToDictionary(s => s.Key);
        var negated = Allocation.Of(-amount, decimals, weights);
        return shares.Any(s => others[s.Key] != s) ? "the order matters"
            : shares.Zip(negated).Any(p => p.First.Amount != -p.Second.Amount || p.First.Adjustment != -p.Second.Adjustment) ? "the sign matters"
            : Ties(shares, weights);
    }

    // Of equal weights, the lower key is the one that a unit is settled with.
    private static string? Ties(IReadOnlyList<AllocationShare<int>> shares, IReadOnlyList<AllocationWeight<int>> weights) =>
        shares.Zip(weights).GroupBy(p => p.Second.Weight).Any(equal => equal
            .OrderBy(p => p.First.Key)
            .Select(p => Math.Abs(p.First.Adjustment))
            .Zip(equal.OrderBy(p => p.First.Key).Select(p => Math.Abs(p.First.Adjustment)).Skip(1))
            .Any(pair => pair.First < pair.Second))
            ? "a higher key was settled with before a lower one"
            : null;

    private static (decimal Amount, int Decimals, IReadOnlyList<AllocationWeight<int>> Weights) Generate(Random random)
    {
        var decimals = random.Next(4);
        var scale = (byte)random.Next(7);
        var largest = random.Next(3) switch { 0 => 3, 1 => 1000, _ => int.MaxValue };
        var weights = Enumerable.Range(0, random.Next(1, 12))
            .Select(_ => random.Next(8) == 0 ? 0 : new decimal(random.Next(largest), 0, 0, isNegative: false, scale))
            .ToList();
        weights[random.Next(weights.Count)] = new decimal(random.Next(largest - 1) + 1, 0, 0, isNegative: false, scale);
        var units = random.Next(2) == 0 ? random.Next(-200, 200) : random.NextInt64(-1_000_000_000_000, 1_000_000_000_000);
        return (units * new decimal(1, 0, 0, isNegative: false, (byte)decimals), decimals, Weights(weights));
    }

    private static IReadOnlyList<AllocationWeight<int>> Weights(IEnumerable<decimal> weights) =>
        weights.Select((weight, key) => new AllocationWeight<int>(key, weight)).ToList();

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
