using MathNet.Numerics.Distributions;

namespace Budgeting.Tests.Kernel.Forecasts;

/// <summary>Days of usage as they come in four kinds of households.</summary>
public static class GeneratedUsage
{
    public enum Kind
    {
        /// <summary>About the same every day.</summary>
        Linear,

        /// <summary>Much on five days of the week, little on two.</summary>
        Weekly,

        /// <summary>From some day on, a third to three times as much.</summary>
        Jump,

        /// <summary>Nothing on most days.</summary>
        Sparse,
    }

    /// <param name="days">How many in all.</param>
    /// <param name="held">How many at the end are the same as those before in kind: none of them is the first of a new level.</param>
    public static double[] Of(Kind kind, Random random, int days, int held)
    {
        var (level, spread) = (Between(random, 5, 50), Between(random, 0.2, 0.9));
        var week = Enumerable.Range(0, 7).Select(day => day < 5 ? Between(random, 0.8, 1.5) : Between(random, 0.05, 0.4)).ToArray();
        var (change, factor) = (random.Next(10, Math.Max(11, days - held - 25)), new[] { 0.3, 0.5, 2, 3 }[random.Next(4)]);
        var chance = Between(random, 0.08, 0.35);
        return [.. Enumerable.Range(0, days).Select(day => kind switch
        {
            Kind.Linear => Amount(random, level, spread),
            Kind.Weekly => Amount(random, level * week[day % 7], spread * 0.6),
            Kind.Jump => Amount(random, level * (day >= change ? factor : 1), spread * 0.6),
            _ => random.NextDouble() < chance ? Amount(random, level, spread) : 0,
        })];
    }

    // Positive, and skewed as amounts are.
    private static double Amount(Random random, double mean, double spread) => Gamma.Sample(random, 1 / (spread * spread), 1 / (spread * spread * mean));

    public static int Any(Random random, params int[] of) => of[random.Next(of.Length)];

    private static double Between(Random random, double from, double to) => from + ((to - from) * random.NextDouble());
}
