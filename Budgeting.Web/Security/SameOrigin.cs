namespace Budgeting.Web.Security;

/// <summary>
/// Tells a page of this server from a page elsewhere that makes the browser of somebody signed in send a request. Browsers set
/// both headers themselves, and no page can change them.
/// </summary>
public static class SameOrigin
{
    /// <summary>Whether the browser says that the request comes from a page of this server. One that says nothing doesn't count.</summary>
    public static bool IsProven(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site is "same-origin"
            : string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
