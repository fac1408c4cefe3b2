using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Admin;

/// <summary>Who belongs to the organization, and who is invited.</summary>
public sealed partial class MemberSettings : ComponentBase
{
    private bool _isAdmin;

    [Inject]
    private OrganizationsService Organizations { get; set; } = null!;

    [Inject]
    private InvitationsService Invitations { get; set; } = null!;

    [Inject]
    private PeopleService People { get; set; } = null!;

    [Inject]
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private async Task<View> LoadAsync(CancellationToken cancellationToken)
    {
        var isAdmin = await Current.RoleAsync(cancellationToken) == Role.Admin;
        var members = await Organizations.MembersAsync(cancellationToken);
        var known = (await People.ListAsync(cancellationToken)).Select(p => p.MemberId).ToHashSet();
        return new View(
            members,
            isAdmin ? await Invitations.ListAsync(cancellationToken) : [],
            isAdmin ? members.Where(m => m.Active && !known.Contains(m.Id)).Select(m => m.Name).ToList() : [],
            isAdmin);
    }

    private Task InviteAsync() => Dialogs.OpenFormAsync<InvitationForm>("Invite somebody");

    private static string UnknownText(IReadOnlyList<string> names) => names.Count == 1
        ? $"Nothing is kept a surprise from {names[0]} yet: nobody said which person that is."
        : $"Nothing is kept a surprise from {string.Join(", ", names)} yet: nobody said which persons they are.";

    /// <param name="Unknown">The names of members who aren't said to be anybody in People.</param>
    private sealed record View(IReadOnlyList<MemberDto> Members, IReadOnlyList<InvitationDto> Invitations, IReadOnlyList<string> Unknown, bool IsAdmin);
}
