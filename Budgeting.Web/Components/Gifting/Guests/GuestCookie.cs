using System.Text.Json;
using Budgeting.Web.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Budgeting.Web.Components.Gifting;

/// <summary>A guest: the link they opened, what tells them apart from others with the same link, and the name they gave.</summary>
internal sealed record Guest(string Secret, Guid Id, string? Name);

/// <summary>Keeps a guest in their browser, sealed: the link's secret is in no address, and nobody makes up somebody else's id.</summary>
internal sealed class GuestCookie(IDataProtectionProvider protection)
{
    private const string Name = "budgeting-guest";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(GuestCookie));
    private readonly ICookieManager _cookies = new PrefixedCookies();

    public Guest? Read(HttpContext context)
    {
        try
        {
            return _cookies.GetRequestCookie(context, Name) is { } sealed_ ? JsonSerializer.Deserialize<Guest>(_protector.Unprotect(sealed_)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Sealed by another installation, or made up.
            return null;
        }
    }

    public void Write(HttpContext context, Guest guest) => _cookies.AppendResponseCookie(
        context,
        Name,
        _protector.Protect(JsonSerializer.Serialize(guest)),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lifetime, IsEssential = true });
}
