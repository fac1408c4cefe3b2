using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Budgeting.Web.Identity;

/// <summary>
/// Tells the browsers that an account signed in with before from those of strangers, by a sealed cookie: however often strangers
/// guess, it doesn't count against a browser that its member has used.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private const string Name = "budgeting-browser";
    private const int MostAccounts = 10;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(KnownBrowsers));
    private readonly ICookieManager _cookies = new PrefixedCookies();

    /// <summary>The browser, if the account signed in with it before.</summary>
    public Guid? Find(HttpContext context, string email) =>
        Read(context) is { } known && known.Accounts.Contains(AccountOf(email), StringComparer.Ordinal) ? known.Id : null;

    /// <summary>Has the browser be known for the account from now on.</summary>
    public void Note(HttpContext context, string email)
    {
        var known = Read(context) ?? new Browser(Guid.NewGuid(), []);
        var accounts = known.Accounts.Prepend(AccountOf(email)).Distinct(StringComparer.Ordinal).Take(MostAccounts).ToList();
        _cookies.AppendResponseCookie(
            context,
            Name,
            _protector.Protect(JsonSerializer.Serialize(known with { Accounts = accounts })),
            new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lifetime, IsEssential = true });
    }

    private Browser? Read(HttpContext context)
    {
        try
        {
            return _cookies.GetRequestCookie(context, Name) is { } sealed_ ? JsonSerializer.Deserialize<Browser>(_protector.Unprotect(sealed_)) : null;
        }
        catch (CryptographicException)
        {
            // Sealed by another installation, or made up.
            return null;
        }
    }

    private static string AccountOf(string email) => email.Trim().ToUpperInvariant();

    private sealed record Browser(Guid Id, IReadOnlyList<string> Accounts);
}
