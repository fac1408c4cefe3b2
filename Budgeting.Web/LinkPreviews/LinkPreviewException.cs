using System.Net;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.LinkPreviews;

/// <summary>A page that couldn't be read, which is nobody's fault here: each kind has its own code and sentence.</summary>
internal sealed class LinkPreviewException : DomainException
{
    private LinkPreviewException(string code, string message)
        : base(code, message)
    {
    }

    /// <summary>When it may be tried again, where that is all that is wrong.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The HTTP status that REST answers with.</summary>
    public int Status => RetryAfter is null ? StatusCodes.Status409Conflict : StatusCodes.Status429TooManyRequests;

    public static LinkPreviewException SwitchedOff() => new("link.off", "This server doesn't read links: fill in the gift yourself.");

    public static LinkPreviewException NotAllowed() =>
        new("link.not-allowed", "Only pages on the public internet are read, at the usual ports and without a password in the address.");

    public static LinkPreviewException Unreachable(Uri address) =>
        new("link.unreachable", $"{address.Host} can't be reached. Check the address, or fill in the gift yourself.");

    public static LinkPreviewException TooSlow(Uri address) =>
        new("link.timeout", $"{address.Host} took too long to answer. Try again, or fill in the gift yourself.");

    public static LinkPreviewException Refused(Uri address, HttpStatusCode status) =>
        new("link.refused", FormattableString.Invariant($"{address.Host} didn't give the page away (it answered {(int)status}). Fill in the gift yourself."));

    public static LinkPreviewException Lost(Uri address) =>
        new("link.refused", $"{address.Host} leads from page to page, or to one that isn't read. Fill in the gift yourself.");

    public static LinkPreviewException NotAPage() => new("link.not-a-page", "This link leads to a file, not to a web page. Fill in the gift yourself.");

    public static LinkPreviewException NothingFound() => new("link.nothing-found", "The page says nothing about a product. Fill in the gift yourself.");

    public static LinkPreviewException TooMany() =>
        new("link.too-many", "Too many links are being read. Try again in a minute, or fill in the gift yourself.") { RetryAfter = TimeSpan.FromMinutes(1) };
}
