using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Organizations;

/// <summary>
/// Who acts, in one request or circuit: set once from the cookie or token, read by the services. The membership behind it is
/// looked up anew at each use, so that a removal or a new role counts at once.
/// </summary>
public sealed partial class CurrentMember(OrganizationDirectory directory, ILogger<CurrentMember> logger)
{
    private Guid? _organizationId;
    private bool _isSystem;
    private bool _isProgram;
    private Role? _ceiling;

    /// <summary>The member's id; <c>null</c> for the command line.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The token that this is done with, if one is.</summary>
    public Guid? TokenId { get; private set; }

    public bool IsSignedIn => _organizationId is not null;

    /// <exception cref="UnauthenticatedException">Nobody is signed in.</exception>
    public Guid OrganizationId => _organizationId ?? throw new UnauthenticatedException();

    /// <summary>Makes this scope act as the member, with no more than <paramref name="ceiling"/> where a token limits it.</summary>
    public void SignIn(Guid organizationId, Guid memberId, Guid? tokenId = null, Role? ceiling = null) =>
        (_organizationId, MemberId, TokenId, _ceiling, _isSystem) = (organizationId, memberId, tokenId, ceiling, false);

    /// <summary>Has this scope act for a program, or a page's script: what a person may do for themselves alone, such as make a token, it does for members only.</summary>
    public void ActForProgram() => _isProgram = true;

    /// <summary>Makes this scope act for nobody: services refuse everything from now on.</summary>
    public void SignOut() => (_organizationId, MemberId, TokenId, _ceiling, _isSystem) = (null, null, null, null, false);

    /// <summary>Makes this scope act for the command line: every right in one organization, and no member.</summary>
    public void ActAsSystem(Guid organizationId) =>
        (_organizationId, MemberId, TokenId, _ceiling, _isSystem) = (organizationId, null, null, null, true);

    /// <summary>The organization with its active members.</summary>
    /// <exception cref="UnauthenticatedException">Nobody is signed in, or the membership has ended.</exception>
    public async ValueTask<OrganizationCard> OrganizationAsync(CancellationToken cancellationToken = default) =>
        await directory.FindAsync(OrganizationId, MemberId, cancellationToken) ?? throw new UnauthenticatedException();

    /// <summary>The role that counts now.</summary>
    /// <exception cref="UnauthenticatedException">Nobody is signed in, or the membership has ended.</exception>
    public async ValueTask<Role> RoleAsync(CancellationToken cancellationToken = default)
    {
        var organization = await OrganizationAsync(cancellationToken);
        var role = _isSystem ? Role.Admin : organization.Members[MemberId!.Value].Role;
        return _ceiling is { } ceiling && ceiling < role ? ceiling : role;
    }

    /// <exception cref="ForbiddenException">The role is less than <paramref name="least"/>.</exception>
    public async ValueTask RequireAsync(Role least, CancellationToken cancellationToken = default)
    {
        if (await RoleAsync(cancellationToken) < least)
        {
            LogDenied(MemberId, OrganizationId, least);
            throw new ForbiddenException(least switch
            {
                Role.Admin => "Only an admin of the organization can do that.",
                Role.Approver => "Only an approver or an admin can do that.",
                _ => "You can read here, not change anything. Ask an admin for another role.",
            });
        }
    }

    /// <summary>As <see cref="RequireAsync"/>, to write: a program of a viewer's writes nothing at all.</summary>
    /// <exception cref="ForbiddenException">The role is less than <paramref name="least"/>.</exception>
    internal ValueTask RequireToWriteAsync(Role least, CancellationToken cancellationToken) =>
        RequireAsync((_isProgram || TokenId is not null) && least < Role.Member ? Role.Member : least, cancellationToken);

    /// <summary>Whether a token limits what its member may do otherwise.</summary>
    internal async ValueTask<bool> IsLimitedAsync(CancellationToken cancellationToken) =>
        _ceiling is { } ceiling && MemberId is { } member && ceiling < (await OrganizationAsync(cancellationToken)).Members[member].Role;

    /// <summary>The currency of the organization's amounts.</summary>
    public async ValueTask<Currency> CurrencyAsync(CancellationToken cancellationToken = default) =>
        (await OrganizationAsync(cancellationToken)).Currency;

    [LoggerMessage(LogLevel.Warning, "Member {Member} of {Organization} was refused what needs the role {Least}.")]
    private partial void LogDenied(Guid? member, Guid organization, Role least);
}
