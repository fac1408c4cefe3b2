using Budgeting.Core.Organizations;
using Budgeting.Core.SampleData;

namespace Budgeting.Web.Commands;

/// <summary>The demo's second organization, which executes budgets: one requests, another approves and pays.</summary>
internal sealed class DemoOffice(CommandServices services)
{
    public const string OrganizationName = "Demo office";

    private static readonly (string Name, string Email, Role Role)[] Accounts =
    [
        ("Kim", "kim@example.org", Role.Admin),
        ("Mia", "mia@example.org", Role.Member),
        ("Omar", "omar@example.org", Role.Approver),
    ];

    /// <inheritdoc cref="DemoAccounts.CreateAsync(string,CancellationToken)"/>
    public Task<string> CreateAsync(string password, CancellationToken cancellationToken) =>
        DemoAccounts.CreateAsync(services, OrganizationName, Accounts, password, cancellationToken);

    /// <returns>How many years were added.</returns>
    public async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        var office = await services.RequireOrganizationAsync(OrganizationName, cancellationToken);
        services.Get<CurrentMember>().ActAsSystem(office.Id);
        var members = (await services.Get<OrganizationsService>().MembersAsync(cancellationToken)).ToLookup(m => m.Email, m => m.Id);
        return members.Contains(Accounts[0].Email) && members.Contains(Accounts[1].Email)
            ? await services.Get<OfficeSampleData>().FillAsync(members[Accounts[1].Email].First(), members[Accounts[0].Email].First(), cancellationToken)
            : 0;
    }
}
