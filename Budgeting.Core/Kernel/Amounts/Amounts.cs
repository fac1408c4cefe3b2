namespace Budgeting.Core.Kernel;

/// <summary>What every amount keeps to: a multiple of 1e-6, at most 1e12 in magnitude.</summary>
public static class Amounts
{
    /// <summary>The largest magnitude of any amount: 1e12.</summary>
    public const decimal Max = 1_000_000_000_000m;

    /// <summary>The same, for people.</summary>
    internal const string MaxText = "1,000,000,000,000";

    /// <summary>Decimals that are kept: amounts are stored as whole millionths.</summary>
    public const int Decimals = 6;

    /// <summary>The same number at its smallest scale: 1.50 becomes 1.5, so that equal amounts make equal text.</summary>
    internal static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;
}
