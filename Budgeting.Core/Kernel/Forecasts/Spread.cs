using MathNet.Numerics.Distributions;

namespace Budgeting.Core.Kernel;

/// <summary>Between which amounts a total lies in eight of ten times.</summary>
internal static class Spread
{
    /// <summary>How often it is less, and how often more.</summary>
    public const double Tail = 0.1;

    // Below it the distribution is so skewed that its lower tail is as good as nothing.
    private const double LeastShape = 0.5;

    // Above it there is no spread to speak of.
    private const double MostShape = 1e8;

    /// <summary>
    /// That of a total that isn't negative: a gamma distribution with its mean and variance. Since the variance is itself an estimate, the
    /// tails are those that Student's t has of it.
    /// </summary>
    public static (double Low, double High) Of(double mean, double variance, int degreesOfFreedom)
    {
        var shape = mean * mean / variance;
        if (variance <= 0 || shape > MostShape)
        {
            return (mean, mean);
        }

        var t = StudentT.InvCDF(0, 1, degreesOfFreedom, 1 - Tail);
        if (mean <= 0 || shape < LeastShape)
        {
            return (0, mean + (t * Math.Sqrt(variance)));
        }

        var tail = Normal.CDF(0, 1, -t);
        var rate = mean / variance;
        return (Gamma.InvCDF(shape, rate, tail), Gamma.InvCDF(shape, rate, 1 - tail));
    }
}
