using Budgeting.Core.Kernel.Organizations;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

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
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    private async Task<View> LoadAsync(CancellationToken cancellationToken)
    {
        var isAdmin = await Current.RoleAsync(cancellationToken) == Role.Admin;
        return new View(
            await Organizations.MembersAsync(cancellationToken),
            isAdmin ? await Invitations.ListAsync(cancellationToken) : [],
            isAdmin);
    }

    private Task InviteAsync() => Dialogs.OpenFormAsync<InvitationForm>("Invite somebody");

    private sealed record View(IReadOnlyList<MemberDto> Members, IReadOnlyList<InvitationDto> Invitations, bool IsAdmin);
}
