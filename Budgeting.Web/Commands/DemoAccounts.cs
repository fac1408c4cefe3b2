using System.Security.Cryptography;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

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

    /// <summary>A random one, for all accounts that a demo makes.</summary>
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordAlphabet, 5)));

    /// <summary>Makes the organization and its accounts, with one password.</summary>
    /// <returns>How to sign in, for people.</returns>
    public Task<string> CreateAsync(string password, CancellationToken cancellationToken) => CreateAsync(services, OrganizationName, Accounts, password, cancellationToken);

    /// <inheritdoc cref="CreateAsync(string,CancellationToken)"/>
    /// <param name="accounts">The first one is an admin's.</param>
    internal static async Task<string> CreateAsync(
        CommandServices services, string organization, IReadOnlyList<(string Name, string Email, Role Role)> accounts, string password, CancellationToken cancellationToken)
    {
        AccountInput InputOf(string name, string email) => new() { Name = name, Email = email, Password = password };

        var first = InputOf(accounts[0].Name, accounts[0].Email);
        var admin = await services.Setup.CreateOrganizationAsync(
            new SetupInput { Admin = first, OrganizationName = organization, Currency = "USD" }, cancellationToken);
        foreach (var (name, email, role) in accounts.Skip(1))
        {
            await services.Setup.CreateMemberAsync(InputOf(name, email), role, admin.OrganizationId, cancellationToken);
        }

        return $"""
            Made “{organization}”. Sign in with the password {password} as
            {string.Join(Environment.NewLine, accounts.Select(a => $"  {a.Email} ({a.Role.ToString().ToLowerInvariant()})"))}
            """;
    }

    /// <summary>Says which of the sample people and owners the demo's members are.</summary>
    public async Task LinkAsync(CancellationToken cancellationToken)
    {
        var members = (await services.Get<OrganizationsService>().MembersAsync(cancellationToken))
            .Where(m => Accounts.Any(a => (a.Name, a.Email) == (m.Name, m.Email)))
            .ToDictionary(m => m.Name, m => m.Id, StringComparer.Ordinal);
        var people = services.Get<PeopleService>();
        foreach (var person in (await people.ListAsync(cancellationToken)).Where(p => p.MemberId is null && members.ContainsKey(p.Name)))
        {
            var input = new PersonInput { Name = person.Name, Birthday = person.Birthday, Notes = person.Notes, MemberId = members[person.Name] };
            await people.UpdateAsync(person.Id, input, person.Version, cancellationToken);
        }

        var owners = services.Get<OwnersService>();
        foreach (var owner in (await owners.ListAsync(cancellationToken)).Where(o => o.MemberId is null && members.ContainsKey(o.Name)))
        {
            await owners.UpdateAsync(owner.Id, owner.ToInput() with { MemberId = members[owner.Name] }, owner.Version, cancellationToken);
        }
    }
}
