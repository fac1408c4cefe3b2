namespace Budgeting.Core.Kernel;

/// <summary>Several things by their names, in a sentence.</summary>
internal static class Named
{
    private const int Most = 5;

    /// <summary>The first five, and how many more there are.</summary>
    public static string Of(IReadOnlyList<string> names) => string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
}
