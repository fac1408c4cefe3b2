using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Admin;

/// <summary>Keys for programs: one's own, and for admins everybody's.</summary>
public sealed partial class TokenSettings : ComponentBase
{
    private Role _role;

    [Inject]
    private TokensService Tokens { get; set; } = null!;

    [Inject]
    private OrganizationsService Organizations { get; set; } = null!;

    [Inject]
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private Actions Actions { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private async Task<View> LoadAsync(CancellationToken cancellationToken)
    {
        var members = await Organizations.MembersAsync(cancellationToken);
        return new View(
            await Tokens.ListAsync(cancellationToken),
            members.ToDictionary(m => m.Id),
            await Current.RoleAsync(cancellationToken));
    }

    private Task AddAsync() => Dialogs.OpenFormAsync<TokenForm>("Make a token", (nameof(TokenForm.Most), _role));

    private async Task RevokeAsync(TokenDto token)
    {
        var question = $"Programs that use “{token.Name}” lose access at once. A token can't be brought back.";
        if (await Actions.ConfirmAsync(question, "Revoke the token?", "Revoke"))
        {
            await Actions.TryAsync(() => Tokens.RevokeAsync(token.Id, CancellationToken.None), $"“{token.Name}” is revoked.");
        }
    }

    private sealed record View(IReadOnlyList<TokenDto> Tokens, IReadOnlyDictionary<Guid, MemberDto> Members, Role Role)
    {
        public bool IsAdmin => Role == Role.Admin;

        public MemberDto? OwnerOf(TokenDto token) => Members.GetValueOrDefault(token.MemberId);
    }
}
