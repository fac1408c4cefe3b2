using Budgeting.Core.Kernel.Organizations;
using Microsoft.AspNetCore.Identity;

namespace Budgeting.Web.Identity;

/// <summary>Whether somebody is who they say: e-mail and password.</summary>
internal sealed class SignInService(SignInManager<User> manager, UserManager<User> users, SetupService setup)
{
    // What the password of nobody is compared with, so that an unknown e-mail address takes as long to refuse as a wrong password.
    private static readonly User Nobody = new();

    private static string? _hashOfNobody;

    /// <summary>The user, with the organizations they can sign in to; <c>null</c> where the e-mail or password is wrong or locked.</summary>
    public async Task<SignedIn?> CheckAsync(string? email, string? password, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email?.Trim() ?? "") is not { } user)
        {
            _hashOfNobody ??= users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            users.PasswordHasher.VerifyHashedPassword(Nobody, _hashOfNobody, password ?? "");
            return null;
        }

        var result = await manager.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        return result.Succeeded ? new SignedIn(user, await setup.MembershipsAsync(user.Email!, cancellationToken)) : null;
    }
}

internal sealed record SignedIn(User User, IReadOnlyList<Membership> Memberships);
