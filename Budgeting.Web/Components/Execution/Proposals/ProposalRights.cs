using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Execution;

/// <summary>What who looks may do with proposals and what is requested of them, as far as a page shows it: the service decides.</summary>
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

    /// <summary>Whether they may approve, and pay, what others made.</summary>
    /// <param name="makers">Who; <c>null</c>: the command line.</param>
    public bool MayApprove(params IReadOnlyList<Guid?> makers) => IsApprover && !IsLeftToOthers(makers);

    /// <summary>Whether they made it themselves, and so somebody else approves it.</summary>
    /// <inheritdoc cref="MayApprove"/>
    public bool IsLeftToOthers(params IReadOnlyList<Guid?> makers) => makers.Any(IsMaker) && AreDutiesSeparate;

    public bool IsMaker(Guid? maker) => maker is { } id && id == MemberId;

    /// <summary>The names of those who can approve it, in their order.</summary>
    /// <inheritdoc cref="MayApprove"/>
    public IReadOnlyList<string> ApproversOf(params IReadOnlyList<Guid?> makers) =>
        Organization?.MembersByName.Where(m => m.Role >= Role.Approver && !makers.Contains(m.Id)).Select(m => m.Name).ToList() ?? [];

    /// <summary>The name of a member; <c>null</c>: the command line, or somebody who left.</summary>
    public string? NameOf(Guid? member) => member is { } id ? Organization?.Members.GetValueOrDefault(id)?.Name ?? "Somebody who left" : null;
}
