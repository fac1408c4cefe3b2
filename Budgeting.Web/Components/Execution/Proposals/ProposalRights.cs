using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Execution;

/// <summary>What who looks may do with proposals, as far as a page shows it: the service decides.</summary>
public sealed record ProposalRights(Role Role, Guid? MemberId, OrganizationCard? Organization)
{
    public static ProposalRights None { get; } = new(Role.Viewer, MemberId: null, Organization: null);

    public bool IsAdmin => Role == Role.Admin;

    public bool MayPrepare => Role >= Role.Member;

    /// <summary>Whether they may reject, adjust and reallocate.</summary>
    public bool IsApprover => Role >= Role.Approver;

    // Only who is alone does without separate duties, and only where it is set so.
    private bool AreDutiesSeparate => Organization is null || Organization.SeparateDuties || Organization.Members.Count > 1;

    public static async Task<ProposalRights> OfAsync(CurrentMember current) =>
        current.IsSignedIn ? new ProposalRights(await current.RoleAsync(), current.MemberId, await current.OrganizationAsync()) : None;

    public bool MayApprove(ProposalDto proposal) => IsApprover && (!IsMaker(proposal) || !AreDutiesSeparate);

    public bool IsMaker(ProposalDto proposal) => proposal.CreatedBy is { } maker && maker == MemberId;

    /// <summary>The names of those who can approve it, in their order.</summary>
    public IReadOnlyList<string> ApproversOf(ProposalDto proposal) =>
        Organization?.MembersByName.Where(m => m.Role >= Role.Approver && m.Id != proposal.CreatedBy).Select(m => m.Name).ToList() ?? [];

    /// <summary>The name of a member; <c>null</c>: the command line, or somebody who left.</summary>
    public string? NameOf(Guid? member) => member is { } id ? Organization?.Members.GetValueOrDefault(id)?.Name ?? "Somebody who left" : null;
}
