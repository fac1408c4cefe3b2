using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Who looks, as far as owners' accounts go: an admin pays from the fund and sees them all, an owner sees their own and those that they
/// have to pay to. The fund's is nobody's secret.
/// </summary>
internal sealed record AccountReader(Guid? MemberId, bool SeesAll)
{
    /// <exception cref="Kernel.Errors.UnauthenticatedException">The membership has ended.</exception>
    public static async ValueTask<AccountReader> OfAsync(CurrentMember current, CancellationToken cancellationToken) =>
        new(current.MemberId, await current.RoleAsync(cancellationToken) == Role.Admin);

    /// <summary>Whether they see the account of the owner that this member is, and whom that owner pays.</summary>
    public bool Sees(Guid? ownersMemberId) => SeesAll || (ownersMemberId is not null && ownersMemberId == MemberId);

    /// <summary>An owner with their account only where who looks sees it.</summary>
    public OwnerDto Of(OwnerDto owner) => Sees(owner.MemberId) ? owner : owner with { Iban = null };
}
