using System.CommandLine;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Commands;

/// <summary>Makes an account that administers an organization, which is made too where it isn't there.</summary>
internal static class AdminCommand
{
    private const string DefaultOrganization = "Household";
    private const string DefaultCurrency = "USD";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var account = new AccountOptions();
        var organization = new Option<string>("--organization")
        {
            Description = $"The organization; made if it isn't there (default: the only one there is, else “{DefaultOrganization}”)",
            HelpName = "NAME",
        };
        var currency = new Option<string>("--currency")
        {
            Description = $"The currency of an organization that is made (default: {DefaultCurrency})",
            HelpName = "CODE",
        };
        var create = new Command("create", "Create an admin, and the organization where there is none of that name") { organization, currency };
        account.AddTo(create);
        create.SetAction(async (parsed, cancellationToken) =>
        {
            var input = await account.ReadAsync(parsed, terminal, cancellationToken);
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var done = await CreateAsync(services, input, parsed.GetValue(organization), parsed.GetValue(currency), cancellationToken);
            await terminal.Out.WriteLineAsync(done);
        });
        return new Command("admin", "Admins of organizations") { create };
    }

    private static async Task<string> CreateAsync(
        CommandServices services, AccountInput admin, string? name, string? currency, CancellationToken cancellationToken)
    {
        if (await services.FindOrganizationAsync(name, cancellationToken) is { } organization)
        {
            RequireSameCurrency(organization, currency);
            await services.Setup.CreateMemberAsync(admin, Role.Admin, organization.Id, cancellationToken);
            return $"{admin.Email} is an admin of “{organization.Name}”.";
        }

        var input = new SetupInput { Admin = admin, OrganizationName = name ?? DefaultOrganization, Currency = currency ?? DefaultCurrency };
        await services.Setup.CreateOrganizationAsync(input, cancellationToken);
        return $"{admin.Email} is the admin of the new organization “{input.OrganizationName}”.";
    }

    private static void RequireSameCurrency(OrganizationDto organization, string? currency)
    {
        if (currency is not null && !string.Equals(currency, organization.Currency, StringComparison.OrdinalIgnoreCase))
        {
            throw new ConflictException("organization.exists", $"“{organization.Name}” is there already and uses {organization.Currency}: leave --currency out.");
        }
    }
}
