namespace Budgeting.Core.Execution;

/// <summary>Several records in a sentence.</summary>
internal static class Named
{
    private const int Most = 5;

    public static string Of(IReadOnlyList<string> names) => string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
}
