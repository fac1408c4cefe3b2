using System.Net;
using System.Security.Claims;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace Budgeting.Web.Identity;

/// <summary>Begins, checks and ends the session of a browser: the cookie, and the row that it stands on.</summary>
internal sealed partial class BrowserSessions(
    SessionsService sessions, OrganizationDirectory directory, KnownBrowsers browsers, TimeProvider time, ILogger<BrowserSessions> logger)
{
    private static readonly string Scheme = IdentityConstants.ApplicationScheme;

    /// <summary>How long a cookie is good that the browser forgets when it closes; each use renews it.</summary>
    private static readonly TimeSpan ShortLifetime = TimeSpan.FromHours(12);

    /// <summary>Signs the browser in, in place of whoever was.</summary>
    /// <param name="keep">Whether the browser keeps the cookie when it closes.</param>
    public async Task BeginAsync(HttpContext context, User user, MemberIdentity member, bool keep)
    {
        await EndRowAsync(context.User);
        var session = await sessions.StartAsync(user.Id, user.SecurityStamp!, context.RequestAborted);
        var claims = MemberClaims.OfSession(user.Id, session).Concat(MemberClaims.Of(member));
        var properties = new AuthenticationProperties
        {
            IsPersistent = keep,
            ExpiresUtc = keep ? null : time.GetUtcNow() + ShortLifetime,
        };
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), properties);
        browsers.Note(context, user.Email!);
        LogBegan(user.Id, member.OrganizationId, member.MemberId, context.Connection.RemoteIpAddress);
    }

    /// <summary>Puts a new session in the place of the one there is, kept as long.</summary>
    public async Task ReplaceAsync(HttpContext context, User user, MemberIdentity member)
    {
        var known = await context.AuthenticateAsync(Scheme);
        await BeginAsync(context, user, member, keep: known.Properties?.IsPersistent == true);
    }

    public async Task EndAsync(HttpContext context)
    {
        await EndRowAsync(context.User);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Whether the session was neither ended nor outlived, and its membership still is active.</summary>
    public async Task<bool> IsGoodAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.UserId() is { } user && principal.Session() is { } session &&
        principal.OrganizationId() is { } organizationId && principal.MemberId() is { } member &&
        await sessions.IsGoodAsync(user, session, cancellationToken) &&
        await directory.FindAsync(organizationId, member, cancellationToken) is not null;

    /// <summary>Called for each request that has a cookie. The app's own files are everybody's, and a page asks for many.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        if (context.Principal is not { } principal ||
            !await http.RequestServices.GetRequiredService<BrowserSessions>().IsGoodAsync(principal, http.RequestAborted))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
        }
    }

    // Once the cookie is to go, a closed connection must not save its row.
    private async Task EndRowAsync(ClaimsPrincipal principal)
    {
        if (principal.UserId() is { } user && principal.Session() is { } session)
        {
            await sessions.EndAsync(user, session, CancellationToken.None);
            LogEnded(user);
        }
    }

    [LoggerMessage(LogLevel.Information, "{User} signed in to {Organization} as {Member}, from {Address}.")]
    private partial void LogBegan(Guid user, Guid organization, Guid member, IPAddress? address);

    [LoggerMessage(LogLevel.Information, "{User} signed out.")]
    private partial void LogEnded(Guid user);
}
