using Budgeting.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Support;

/// <summary>Makes organizations and members through the services.</summary>
public static class TestActors
{
    public const string Password = "a sentence for tests";

    /// <summary>A new organization with its admin, who acts.</summary>
    public static async Task<TestActor> OrganizationAsync(this IServiceProvider services, string name = "Family", string currency = "USD")
    {
        var input = new SetupInput { Admin = AccountOf("Ada"), OrganizationName = name, Currency = currency };
        var identified = await services.GetRequiredService<SetupService>().CreateOrganizationAsync(input, CancellationToken.None);
        return services.ActAs(identified);
    }

    /// <summary>A further member of the organization, who acts; Max, unless there is one.</summary>
    public static async Task<TestActor> MemberAsync(this IServiceProvider services, TestActor of, Role role, string? name = null)
    {
        name ??= (await of.Organizations.MembersAsync(CancellationToken.None)).Count(m => m.Name.StartsWith("Max", StringComparison.Ordinal)) is var known and > 0 ? $"Max {known + 1}" : "Max";
        var invitation = await of.Invitations.CreateAsync(role, note: null, CancellationToken.None);
        return services.ActAs(await of.Invitations.AcceptAsync(invitation.Secret, AccountOf(name), CancellationToken.None));
    }

    public static TestActor ActAs(this IServiceProvider services, MemberIdentity identified) => new(services.CreateScope(), identified);

    /// <summary>An address that nobody has.</summary>
    public static string NewEmail() => $"{Guid.NewGuid():N}@example.org";

    private static AccountInput AccountOf(string name) => new() { Name = name, Email = NewEmail(), Password = Password };
}
