using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Organizations;

namespace Budgeting.Web.Components.Admin;

/// <summary>The roles to choose from.</summary>
internal static class RoleOptions
{
    /// <summary>Up to <paramref name="most"/>, the least first.</summary>
    public static IReadOnlyList<SelectOption<Role>> UpTo(Role most) =>
        Enum.GetValues<Role>().Where(role => role <= most).Select(role => new SelectOption<Role>(role, RoleWords.Name(role))).ToList();
}
