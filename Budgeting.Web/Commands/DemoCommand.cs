using System.CommandLine;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SampleData;

namespace Budgeting.Web.Commands;

/// <summary>Sample data to look at: in an organization that is there, or in one made for it where there is none yet.</summary>
internal static class DemoCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var organization = new Option<string>("--organization")
        {
            Description = $"The organization to fill (default: “{DemoAccounts.OrganizationName}”, made with accounts where there is no organization yet)",
            HelpName = "NAME",
        };
        var demo = new Command("demo", "Fill an organization with sample data; a second time adds nothing") { organization };
        demo.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var password = DemoAccounts.NewPassword();
            var home = await HomeAsync(services, parsed.GetValue(organization), password, terminal, cancellationToken);
            services.Get<CurrentMember>().ActAsSystem(home.Id);
            var added = await services.Get<SampleDataService>().FillAsync(cancellationToken);
            await new DemoAccounts(services).LinkAsync(cancellationToken);
            await terminal.Out.WriteLineAsync(
                added.Count == 0
                    ? $"“{home.Name}” has the sample data already."
                    : $"Added {string.Join(" and ", added.Select(a => $"{a.Count} {a.Name}"))} to “{home.Name}”.");
            if (home.Name == DemoAccounts.OrganizationName)
            {
                await OfficeAsync(services, password, terminal, cancellationToken);
            }
        });
        return demo;
    }

    // Beside the family, an office: those who spend a budget aren't those who give presents.
    private static async Task OfficeAsync(CommandServices services, string password, Terminal terminal, CancellationToken cancellationToken)
    {
        if (await services.FindOrganizationAsync(DemoOffice.OrganizationName, cancellationToken) is null)
        {
            await terminal.Out.WriteLineAsync(await new DemoOffice(services).CreateAsync(password, cancellationToken));
        }

        var added = await new DemoOffice(services).FillAsync(cancellationToken);
        await terminal.Out.WriteLineAsync(
            added == 0 ? $"“{DemoOffice.OrganizationName}” has the sample data already." : $"Added {added} years of budgets to “{DemoOffice.OrganizationName}”.");
    }

    private static async Task<OrganizationDto> HomeAsync(
        CommandServices services, string? name, string password, Terminal terminal, CancellationToken cancellationToken)
    {
        if (name is not null)
        {
            return await services.RequireOrganizationAsync(name, cancellationToken);
        }

        var all = await services.Setup.OrganizationsAsync(name: null, cancellationToken);
        if (all.Count == 0)
        {
            await terminal.Out.WriteLineAsync(await new DemoAccounts(services).CreateAsync(password, cancellationToken));
            return await services.RequireOrganizationAsync(DemoAccounts.OrganizationName, cancellationToken);
        }

        return all.FirstOrDefault(o => o.Name == DemoAccounts.OrganizationName) ??
            throw new ConflictException("organization.unknown", "There are organizations already: say which to fill with --organization NAME.");
    }
}
