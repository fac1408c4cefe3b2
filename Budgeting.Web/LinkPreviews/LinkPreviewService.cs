using System.Net.Mime;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.LinkPreviews;

/// <summary>Looks up what a product's page says about it, for those who add gifts.</summary>
internal sealed partial class LinkPreviewService(
    CurrentMember current, PageFetcher fetcher, LinkPreviewLimits limits, IOptions<Features> features, ILogger<LinkPreviewService> logger)
{
    public bool IsOn => features.Value.LinkPreviews;

    /// <summary>Reads the page, in 5 seconds at most.</summary>
    /// <exception cref="InvalidException">It isn't a web address.</exception>
    /// <exception cref="DomainException">The page can't be read, or says nothing: the message says why.</exception>
    public async Task<LinkPreview> ReadAsync(string? url, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Member, cancellationToken);
        var address = PageAddress.Of(url);
        if (!IsOn)
        {
            throw LinkPreviewException.SwitchedOff();
        }

        limits.Count(current.MemberId);
        try
        {
            var preview = await ReadAsync(address, cancellationToken);
            LogRead(current.MemberId, address.Host);
            return preview;
        }
        catch (LinkPreviewException failed)
        {
            LogFailed(current.MemberId, address.Host, failed.Code);
            throw;
        }
    }

    /// <summary>Gets the picture that a page showed.</summary>
    /// <returns><c>null</c> where there is none that can be kept: too large, of another kind, or not to be got.</returns>
    public async Task<PictureInput?> PictureAsync(LinkPreview preview, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Member, cancellationToken);
        if (!IsOn || preview.ImageUrl is null)
        {
            return null;
        }

        try
        {
            using var turn = await limits.WaitAsync(cancellationToken);
            var picture = await fetcher.FetchAsync(PageAddress.Of(preview.ImageUrl), "image/avif,image/webp,image/png,image/jpeg,image/gif", cancellationToken);
            return picture.IsWhole ? PictureInput.Of(picture.Bytes) : null;
        }
        catch (DomainException)
        {
            return null;
        }
    }

    private async Task<LinkPreview> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var turn = await limits.WaitAsync(cancellationToken);
        var page = await fetcher.FetchAsync(address, "text/html,application/xhtml+xml", cancellationToken);
        if (page.Type?.MediaType is not (MediaTypeNames.Text.Html or "application/xhtml+xml"))
        {
            throw LinkPreviewException.NotAPage();
        }

        // Not on the circuit's own thread, which has pages to draw.
        var facts = await Task.Run(() => FactsOf(page), cancellationToken);
        var preview = LinkPreview.Of(facts, page.Address, await current.CurrencyAsync(cancellationToken));
        return preview is { Title: null, Price: null, Currency: null, ImageUrl: null } ? throw LinkPreviewException.NothingFound() : preview;
    }

    private ProductFacts FactsOf(Fetched page)
    {
        try
        {
            return ProductPage.Read(page.Bytes, page.Type?.CharSet);
        }
        catch (Exception broken)
        {
            // Anybody can write a page that a parser stumbles over.
            LogStumbled(broken, page.Address.Host);
            return ProductFacts.None;
        }
    }

    // The host alone: the rest of an address may tell what is to be a surprise.
    [LoggerMessage(LogLevel.Information, "Member {Member} had a page of {Host} read.")]
    private partial void LogRead(Guid? member, string host);

    [LoggerMessage(LogLevel.Warning, "A page of {Host} can't be parsed.")]
    private partial void LogStumbled(Exception broken, string host);

    [LoggerMessage(LogLevel.Information, "Member {Member} had a page of {Host} read, which failed: {Code}.")]
    private partial void LogFailed(Guid? member, string host, string code);
}
