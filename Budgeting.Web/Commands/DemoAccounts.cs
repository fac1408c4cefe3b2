using System.Security.Cryptography;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Organizations;

namespace Budgeting.Web.Commands;

/// <summary>The demo's organization and the accounts to sign in to it with.</summary>
internal sealed class DemoAccounts(CommandServices services)
{
    public const string OrganizationName = "Demo family";

    // No letter or digit that is easily taken for another.
    private const string PasswordAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private static readonly (string Name, string Email, Role Role)[] Accounts =
    [
        ("Alex", "alex@example.org", Role.Admin),
        ("Sam", "sam@example.org", Role.Member),
        ("Grandma Rose", "rose@example.org", Role.Viewer),
    ];

    /// <summary>Makes the organization and its accounts, with one random password.</summary>
    /// <returns>How to sign in, for people.</returns>
    public async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordAlphabet, 5)));
        AccountInput InputOf(string name, string email) => new() { Name = name, Email = email, Password = password };

        var first = InputOf(Accounts[0].Name, Accounts[0].Email);
        var admin = await services.Setup.CreateOrganizationAsync(
            new SetupInput { Admin = first, OrganizationName = OrganizationName, Currency = "USD" }, cancellationToken);
        foreach (var (name, email, role) in Accounts[1..])
        {
            await services.Setup.CreateMemberAsync(InputOf(name, email), role, admin.OrganizationId, cancellationToken);
        }

        return $"""
            Made “{OrganizationName}”. Sign in with the password {password} as
            {string.Join(Environment.NewLine, Accounts.Select(a => $"  {a.Email} ({a.Role.ToString().ToLowerInvariant()})"))}
            """;
    }

    /// <summary>Says which of the sample people the demo's members are.</summary>
    public async Task LinkPeopleAsync(CancellationToken cancellationToken)
    {
        var members = await services.Get<OrganizationsService>().MembersAsync(cancellationToken);
        var people = services.Get<PeopleService>();
        foreach (var person in (await people.ListAsync(cancellationToken)).Where(p => p.MemberId is null))
        {
            if (members.SingleOrDefault(m => m.Name == person.Name && Accounts.Any(a => a.Email == m.Email)) is { } member)
            {
                var input = new PersonInput { Name = person.Name, Birthday = person.Birthday, Notes = person.Notes, MemberId = member.Id };
                await people.UpdateAsync(person.Id, input, person.Version, cancellationToken);
            }
        }
    }
}
