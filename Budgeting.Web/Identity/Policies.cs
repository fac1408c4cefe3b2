using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Kernel.Organizations;
using Microsoft.AspNetCore.Authorization;

namespace Budgeting.Web.Identity;

/// <summary>What a page may ask for with <c>[Authorize(Policy = …)]</c>. Signed in is what every page asks for anyway.</summary>
public static class Policies
{
    /// <summary>The page is the admins'.</summary>
    public const string Admin = nameof(Role.Admin);
}

internal sealed record LeastRole(Role Role) : IAuthorizationRequirement;

/// <summary>Looks at the role that counts now, rather than at one noted when somebody signed in.</summary>
internal sealed class LeastRoleHandler(CurrentMember current) : AuthorizationHandler<LeastRole>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, LeastRole requirement)
    {
        try
        {
            await current.RequireAsync(requirement.Role);
            context.Succeed(requirement);
        }
        catch (DomainException)
        {
            // The requirement stays unmet.
        }
    }
}
