using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Organizations;

/// <summary>A token to be made for oneself.</summary>
public sealed record TokenInput
{
    /// <summary>What the token is for, 1–100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>One's own role or less; one's own where it isn't said.</summary>
    public Role? Role { get; init; }
}

/// <summary>An invitation to be made.</summary>
public sealed record InvitationInput
{
    /// <summary>The role of whoever joins.</summary>
    public required Role Role { get; init; }

    /// <summary>For whom, up to 100 characters.</summary>
    public string? Note { get; init; }
}

internal static class OrganizationEndpoints
{
    private const string Tokens = ApiPath.Root + "/tokens";
    private const string Invitations = ApiPath.Root + "/invitations";

    public static void MapOrganization(this IEndpointRouteBuilder api)
    {
        var organization = api.MapGroup("/organization").WithTags("Organization");
        organization.MapGet("", GetAsync).WithName("getOrganization").WithSummary("The organization of the token or cookie");
        organization.MapPatch("", UpdateAsync).WithName("updateOrganization").WithSummary("Rename the organization, or change its currency, account, fiscal year or separation of duties");

        var members = api.MapGroup("/members").WithTags("Members");
        members.MapGet("", MembersAsync).WithName("listMembers").WithSummary("All members, also those who left");
        members.MapGet("/{id:guid}", MemberAsync).WithName("getMember").WithSummary("One member");
        members.MapPatch("/{id:guid}", UpdateMemberAsync).WithName("updateMember").WithSummary("Rename a member, change the role, end or restore the membership");

        MapTokens(api.MapGroup("/tokens").WithTags("Tokens"));
        MapInvitations(api.MapGroup("/invitations").WithTags("Invitations").WithMetadata(new MayRefuse(StatusCodes.Status403Forbidden)));
    }

    private static void MapTokens(RouteGroupBuilder tokens)
    {
        tokens.MapGet("", TokensAsync).WithName("listTokens").WithSummary("One's own tokens; for an admin, all");
        tokens.MapPost("", AddTokenAsync).WithName("addToken").WithSummary("Make a token for oneself; it is shown this once");
        tokens.MapGet("/{id:guid}", TokenAsync).WithName("getToken").WithSummary("One token, without its secret");
        tokens.MapDelete("/{id:guid}", RevokeTokenAsync).WithName("revokeToken").WithSummary("End a token");
    }

    private static void MapInvitations(RouteGroupBuilder invitations)
    {
        invitations.MapGet("", InvitationsAsync).WithName("listInvitations").WithSummary("Invitations, in the order in which they were made");
        invitations.MapPost("", AddInvitationAsync).WithName("addInvitation").WithSummary("Invite one person; the secret of the link is shown this once");
        invitations.MapGet("/{id:guid}", InvitationAsync).WithName("getInvitation").WithSummary("One invitation, without its secret");
        invitations.MapDelete("/{id:guid}", RevokeInvitationAsync).WithName("revokeInvitation").WithSummary("End an invitation");
    }

    private static Task<RecordResult<OrganizationDto>> GetAsync(OrganizationsService organizations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(organizations.GetAsync(cancellationToken));

    private static Task<RecordResult<OrganizationDto>> UpdateAsync(
        IfMatch match, MergePatch<OrganizationInput> patch, OrganizationsService organizations, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => organizations.GetAsync(cancellationToken),
            (input, version) => organizations.UpdateAsync(input, version, cancellationToken));

    private static Task<Page<MemberDto>> MembersAsync(
        [AsParameters] PageQuery page, OrganizationsService organizations, CancellationToken cancellationToken) =>
        organizations.MembersAsync(page.ToRequest(), cancellationToken);

    private static Task<RecordResult<MemberDto>> MemberAsync(Guid id, OrganizationsService organizations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(organizations.MemberAsync(id, cancellationToken));

    private static Task<RecordResult<MemberDto>> UpdateMemberAsync(
        Guid id, IfMatch match, MergePatch<MemberInput> patch, OrganizationsService organizations, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => organizations.MemberAsync(id, cancellationToken),
            (input, version) => organizations.UpdateMemberAsync(id, input, version, cancellationToken));

    private static Task<Page<TokenDto>> TokensAsync([AsParameters] PageQuery page, TokensService tokens, CancellationToken cancellationToken) =>
        tokens.ListAsync(page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<NewToken>> AddTokenAsync(
        IdempotentBody<TokenInput> body, TokensService tokens, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(tokens.CreateAsync(body.Value.Name, body.Value.Role, cancellationToken), Tokens);

    private static Task<RecordResult<TokenDto>> TokenAsync(Guid id, TokensService tokens, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(tokens.GetAsync(id, cancellationToken));

    private static Task<NoContent> RevokeTokenAsync(Guid id, TokensService tokens, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(tokens.RevokeAsync(id, cancellationToken));

    private static Task<Page<InvitationDto>> InvitationsAsync(
        [AsParameters] PageQuery page, InvitationsService invitations, CancellationToken cancellationToken) =>
        invitations.ListAsync(page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<NewInvitation>> AddInvitationAsync(
        IdempotentBody<InvitationInput> body, InvitationsService invitations, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(invitations.CreateAsync(body.Value.Role, body.Value.Note, cancellationToken), Invitations);

    private static Task<RecordResult<InvitationDto>> InvitationAsync(Guid id, InvitationsService invitations, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(invitations.GetAsync(id, cancellationToken));

    private static Task<NoContent> RevokeInvitationAsync(Guid id, InvitationsService invitations, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(invitations.RevokeAsync(id, cancellationToken));
}
