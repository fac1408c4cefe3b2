using System.Text.RegularExpressions;

namespace Budgeting.Web.Components.Gifting;

/// <summary>Web addresses as people type them.</summary>
internal static partial class WebAddressText
{
    /// <summary>Puts the <c>https://</c> before <c>www.shop.example/x</c>; leaves alone what is no web address, or says how it is got.</summary>
    public static string? Complete(string? text) => text?.Trim() is { } trimmed && Host().IsMatch(trimmed) ? $"https://{trimmed}" : text;

    [GeneratedRegex(@"^([\w-]+\.)+\p{L}{2,}(:\d+)?([/?#]\S*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Host();
}
