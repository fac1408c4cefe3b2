namespace Budgeting.Core.Kernel;

/// <summary>Addresses that a browser opens.</summary>
internal static class WebAddress
{
    /// <summary>Whether it is an http or https address, or none.</summary>
    public static bool IsOneOrNone(string? url) =>
        url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
