using System.CommandLine;
using System.CommandLine.Parsing;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Commands;

internal static class RoleOption
{
    private static readonly string Names = string.Join(", ", Enum.GetNames<Role>().Select(name => name.ToLowerInvariant()));

    public static Option<Role?> Create(string description) => new("--role")
    {
        Description = $"{description}: {Names}",
        HelpName = "ROLE",
        CustomParser = Parse,
    };

    private static Role? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        foreach (var role in Enum.GetValues<Role>())
        {
            if (string.Equals(role.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return role;
            }
        }

        argument.AddError($"There is no role “{text}”: choose one of {Names}.");
        return null;
    }
}
