using Microsoft.AspNetCore.Authentication.Cookies;

namespace Budgeting.Web.Identity;

/// <summary>
/// Names the cookie <c>__Host-…</c> wherever the connection is HTTPS, so that neither another subdomain nor a plain page can set
/// it. Plain HTTP, on a home network, has no such names.
/// </summary>
internal sealed class PrefixedCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
