using System.Security.Claims;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Identity;

/// <summary>How a membership is written into a cookie's or token's principal, and read out of it.</summary>
public static class MemberClaims
{
    private const string User = ClaimTypes.NameIdentifier;
    private const string SessionClaim = "session";
    private const string Organization = "organization";
    private const string Member = "member";
    private const string Token = "token";
    private const string Ceiling = "ceiling";

    public static IEnumerable<Claim> Of(MemberIdentity identified)
    {
        yield return new Claim(Organization, identified.OrganizationId.ToString());
        yield return new Claim(Member, identified.MemberId.ToString());
        if (identified is { TokenId: { } token, Ceiling: { } ceiling })
        {
            yield return new Claim(Token, token.ToString());
            yield return new Claim(Ceiling, ceiling.ToString());
        }
    }

    /// <summary>What a browser's cookie has beside the membership.</summary>
    public static IEnumerable<Claim> OfSession(Guid userId, Guid session) =>
        [new Claim(User, userId.ToString()), new Claim(SessionClaim, session.ToString())];

    /// <summary>Makes the scope of <paramref name="current"/> act as the principal's member, if it has one.</summary>
    public static void SignIn(this CurrentMember current, ClaimsPrincipal principal)
    {
        if (principal.OrganizationId() is { } organization && principal.MemberId() is { } member)
        {
            current.SignIn(
                organization, member, Id(principal, Token), Enum.TryParse<Role>(principal.FindFirstValue(Ceiling), out var role) ? role : null);
        }
    }

    public static Guid? OrganizationId(this ClaimsPrincipal principal) => Id(principal, Organization);

    public static Guid? MemberId(this ClaimsPrincipal principal) => Id(principal, Member);

    public static Guid? UserId(this ClaimsPrincipal principal) => Id(principal, User);

    public static Guid? Session(this ClaimsPrincipal principal) => Id(principal, SessionClaim);

    private static Guid? Id(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;
}
