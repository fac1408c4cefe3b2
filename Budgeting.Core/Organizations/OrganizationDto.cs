using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <param name="FiscalYearStartMonth">The first month of a fiscal year: 1–12.</param>
/// <param name="SeparateDuties">Whether who requests something can't approve or pay it.</param>
/// <param name="CombinedDutiesReason">Why duties aren't separate.</param>
public sealed record OrganizationDto(
    Guid Id, string Name, string Currency, string? Iban, int FiscalYearStartMonth, bool SeparateDuties, string? CombinedDutiesReason, long Version) : IVersioned;

public sealed record OrganizationInput
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The account that owners of shared costs pay to; checked by its check digits.</summary>
    public string? Iban { get; init; }

    /// <summary>The first month of fiscal years whose proposals are made from now on: 1–12.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;

    /// <summary>Whether who requests something can't approve or pay it. Only an organization with one member can switch it off.</summary>
    public bool SeparateDuties { get; init; } = true;

    /// <summary>Why duties aren't separate, 1–500 characters; of separate ones, none.</summary>
    public string? CombinedDutiesReason { get; init; }
}

public sealed record MemberDto(Guid Id, string Name, string Email, Role Role, bool Active, long Version) : IVersioned;

public sealed record MemberInput
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    public Role Role { get; init; }

    /// <summary>Whether the member can sign in to this organization.</summary>
    public bool Active { get; init; } = true;
}

public enum InvitationState
{
    Open,
    Accepted,
    Revoked,
    Expired,
}

public sealed record InvitationDto(
    Guid Id, Role Role, string? Note, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, InvitationState State, long Version) : IVersioned;

/// <summary>An invitation just made. <paramref name="Secret"/> is part of its link and is shown this once.</summary>
public sealed record NewInvitation(InvitationDto Invitation, [property: Sensitive] string Secret) : IVersioned
{
    Guid IVersioned.Id => Invitation.Id;

    long IVersioned.Version => Invitation.Version;
}

/// <summary>What somebody with an invitation's link sees before joining.</summary>
public sealed record InvitationPreview(Guid OrganizationId, Guid InvitationId, string OrganizationName, string InvitedBy, Role Role);

public sealed record TokenDto(
    Guid Id,
    Guid MemberId,
    string Name,
    Role Role,
    string Hint,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    long Version) : IVersioned;

/// <summary>A token just made. <paramref name="Secret"/> is the token itself and is shown this once.</summary>
public sealed record NewToken(TokenDto Token, [property: Sensitive] string Secret) : IVersioned
{
    Guid IVersioned.Id => Token.Id;

    long IVersioned.Version => Token.Version;
}

/// <summary>Whom a token or sign-in stands for.</summary>
public sealed record MemberIdentity(Guid OrganizationId, Guid MemberId, Guid? TokenId, Role? Ceiling);

/// <summary>A membership of a user, to choose one at sign-in.</summary>
public sealed record Membership(Guid OrganizationId, string OrganizationName, Guid MemberId, Role Role)
{
    /// <summary>Whom a browser acts as that signed in to it.</summary>
    public MemberIdentity MemberIdentity => new(OrganizationId, MemberId, TokenId: null, Ceiling: null);
}

/// <summary>A new account: e-mail, password and the name others see.</summary>
public sealed record AccountInput
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>15–128 characters, none of the common ones.</summary>
    public string? Password { get; init; }
}
