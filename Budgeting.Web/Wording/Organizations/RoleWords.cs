using Budgeting.Core.Organizations;

namespace Budgeting.Web.Wording.Organizations;

/// <summary>The roles in plain words.</summary>
internal static class RoleWords
{
    public static string Name(Role role) => role switch
    {
        Role.Viewer => "Viewer",
        Role.Member => "Member",
        Role.Approver => "Approver",
        Role.Admin => "Admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };

    /// <summary>A sentence that says what the role may do.</summary>
    public static string May(Role role) => role switch
    {
        Role.Viewer => "Sees everything and changes nothing.",
        Role.Member => "Adds and changes people, occasions and gifts.",
        Role.Approver => "Does what a member does, and approves what others propose.",
        Role.Admin => "Does everything, and looks after members and settings.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };
}
