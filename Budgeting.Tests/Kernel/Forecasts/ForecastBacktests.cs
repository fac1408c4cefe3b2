using Budgeting.Core.Kernel;
using static Budgeting.Tests.Kernel.Forecasts.GeneratedUsage;

namespace Budgeting.Tests.Kernel.Forecasts;

/// <summary>What was foretold of days that were held out, beside what they came to.</summary>
public sealed class ForecastBacktests
{
    private const int Series = 1500;
    private const int Seed = 20261130;

    [Theory]
    [InlineData(Kind.Linear)]
    [InlineData(Kind.Weekly)]
    [InlineData(Kind.Jump)]
    [InlineData(Kind.Sparse)]
    public void EightOfTenWindows_ComeToWhatLiesBetween(Kind kind)
    {
        var random = new Random(Seed);
        var (within, foretold) = (0, 0);
        while (foretold < Series)
        {
            var (known, ahead) = (kind == Kind.Jump ? Any(random, 60, 90) : Any(random, 5, 12, 30, 60, 90), Any(random, 3, 7, 14, 25));
            var days = Of(kind, random, known + ahead, ahead);
            if (Forecast.Of([.. days[..known].Select(d => (decimal)d)], ahead) is { } forecast)
            {
                var actual = (decimal)days[known..].Sum();
                within += actual >= forecast.Low && actual <= forecast.High ? 1 : 0;
                foretold++;
            }
        }

        (within / (double)foretold).Should().BeInRange(0.75, 0.85, "seed {0}", Seed);
    }

    [Theory]
    [InlineData(Kind.Linear, 0.05)]
    [InlineData(Kind.Weekly, 0.95)]
    public void WeekdaysAreHeeded_WhereTheyMatter(Kind kind, double share)
    {
        var random = new Random(Seed);
        var heeded = Enumerable.Range(0, 300).Count(_ => Forecast.Of([.. Of(kind, random, 60, 0).Select(d => (decimal)d)], 7)!.Method == ForecastMethod.Weekday);

        (heeded / 300.0).Should().BeInRange(share - 0.05, share + 0.05, "seed {0}", Seed);
    }
}
