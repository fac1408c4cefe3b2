using System.Security.Claims;
using System.Text.Encodings.Web;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.Identity;

internal sealed class TokenAuthenticationOptions : AuthenticationSchemeOptions;

/// <summary><c>Authorization: Bearer bdg_…</c>, for programs.</summary>
internal sealed class TokenAuthenticationHandler(
    IOptionsMonitor<TokenAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokensService tokens)
    : AuthenticationHandler<TokenAuthenticationOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    private const string Prefix = Scheme + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("The Authorization header must be a bearer token.");
        }

        var identified = await tokens.AuthenticateAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        return identified is null
            ? AuthenticateResult.Fail("The token isn't good.")
            : AuthenticateResult.Success(TicketOf(identified));
    }

    private static AuthenticationTicket TicketOf(MemberIdentity identified) =>
        new(new ClaimsPrincipal(new ClaimsIdentity(MemberClaims.Of(identified), Scheme)), Scheme);
}
