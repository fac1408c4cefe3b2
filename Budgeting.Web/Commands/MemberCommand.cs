using System.CommandLine;

namespace Budgeting.Web.Commands;

/// <summary>Makes an account that is a member of an organization.</summary>
internal static class MemberCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var account = new AccountOptions();
        var role = RoleOption.Create("What the member may do");
        role.Required = true;
        var organization = new Option<string>("--organization") { Description = "The organization", HelpName = "NAME", Required = true };
        var create = new Command("create", "Create a member of an organization") { role, organization };
        account.AddTo(create);
        create.SetAction(async (parsed, cancellationToken) =>
        {
            var input = await account.ReadAsync(parsed, terminal, cancellationToken);
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var home = await services.RequireOrganizationAsync(parsed.GetRequiredValue(organization), cancellationToken);
            await services.Setup.CreateMemberAsync(input, parsed.GetRequiredValue(role)!.Value, home.Id, cancellationToken);
            await terminal.Out.WriteLineAsync($"{input.Email} is a member of “{home.Name}”.");
        });
        return new Command("member", "Members of organizations") { create };
    }
}
