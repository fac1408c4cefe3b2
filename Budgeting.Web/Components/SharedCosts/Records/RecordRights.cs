using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What who looks may record, as far as a page shows it: the service decides.</summary>
public sealed record RecordRights(Role Role, Guid? MemberId)
{
    public bool IsAdmin => Role == Role.Admin;

    public static async Task<RecordRights> OfAsync(CurrentMember current) =>
        current.IsSignedIn ? new RecordRights(await current.RoleAsync(), current.MemberId) : new RecordRights(Role.Viewer, MemberId: null);

    /// <summary>Whether they may record what an owner paid; <c>null</c>: the fund.</summary>
    public bool MayFor(RecordNames names, Guid? ownerId) =>
        IsAdmin || (Role >= Role.Member && ownerId is not null && names.Owners.Any(o => o.Id == ownerId && IsSelf(o)));

    /// <summary>Whether they may record what somebody paid.</summary>
    public bool MayForSomebody(RecordNames names) => IsAdmin || (Role >= Role.Member && names.Owners.Any(IsSelf));

    /// <summary>Whom they may record for: those who are active, and the one it is already.</summary>
    public IEnumerable<OwnerDto> OwnersFor(RecordNames names, Guid? kept) =>
        names.Owners.Where(o => o.Id == kept || (o.Active && (IsAdmin || IsSelf(o))));

    private bool IsSelf(OwnerDto owner) => owner.MemberId is not null && owner.MemberId == MemberId;
}
