using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.LinkPreviews;

/// <summary>Which addresses are asked for at all; where the names in them lead is checked when they are connected to.</summary>
internal static class PageAddress
{
    /// <exception cref="InvalidException">It isn't a web address.</exception>
    /// <exception cref="LinkPreviewException">It is one that isn't asked for.</exception>
    public static Uri Of(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) || !IsWeb(address))
        {
            throw new InvalidException("url", "Enter a web address that starts with https:// or http://.");
        }

        return IsAllowed(address) ? address : throw LinkPreviewException.NotAllowed();
    }

    /// <summary>Where a page leads: never from https to http, which somebody on the way could read and change.</summary>
    /// <returns>The absolute address; <c>null</c> if it isn't one that is asked for.</returns>
    public static Uri? Follow(Uri page, string? reference) =>
        Uri.TryCreate(page, reference, out var address) && IsWeb(address) && IsAllowed(address) && (address.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    private static bool IsAllowed(Uri address) => address.UserInfo.Length == 0 && address.Port is 80 or 443 && address.Host.Length > 0;
}
