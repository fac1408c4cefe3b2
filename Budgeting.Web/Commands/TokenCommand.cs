using System.CommandLine;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Commands;

/// <summary>Makes a token and prints it, and nothing else, so that a script can take it.</summary>
internal static class TokenCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var email = new Option<string>("--email") { Description = "The member that the token acts as", HelpName = "EMAIL", Required = true };
        var name = new Option<string>("--name") { Description = "What the token is for", HelpName = "NAME", Required = true };
        var role = RoleOption.Create("The most that the token may do (default: the member's role)");
        var organization = new Option<string>("--organization")
        {
            Description = "The organization, where the member belongs to several",
            HelpName = "NAME",
        };
        var create = new Command("create", "Create a token for a member's programs and print it") { email, name, role, organization };
        create.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var member = await MembershipAsync(services.Setup, parsed.GetRequiredValue(email), parsed.GetValue(organization), cancellationToken);
            services.Get<CurrentMember>().ActAsSystem(member.OrganizationId);
            var token = await services.Get<TokensService>()
                .CreateForAsync(member.MemberId, parsed.GetRequiredValue(name), parsed.GetValue(role), cancellationToken);
            await terminal.Out.WriteLineAsync(token.Secret);
        });
        return new Command("token", "Tokens for programs") { create };
    }

    private static async Task<Membership> MembershipAsync(
        SetupService setup, string email, string? organization, CancellationToken cancellationToken)
    {
        var all = await setup.MembershipsAsync(email, cancellationToken);
        return all.Where(m => organization is null || m.OrganizationName == organization).ToList() switch
        {
            [] => throw new ConflictException(
                "member.unknown", $"Nobody with the e-mail address {email} is a member of {(organization is null ? "an organization" : $"“{organization}”")}."),
            [var one] => one,
            _ => throw new ConflictException("organization.ambiguous", $"{email} is a member of several organizations: say which with --organization NAME."),
        };
    }
}
