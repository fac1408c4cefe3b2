using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Commands;

public sealed class AccountCommandsTests : IDisposable
{
    private const string Password = "correct-battery-staple";

    private readonly TestFolder _folder = TestFolder.WithDatabase();

    [Fact]
    public async Task AdminCreate_WhereThereIsNoOrganization_CreatesIt()
    {
        var run = await AdminAsync("ada@example.org", "--organization", "Family", "--currency", "jpy", "--name", "Ada");

        run.Should().Be(new CommandRun(0, $"ada@example.org is the admin of the new organization “Family”.{Environment.NewLine}", ""));
        (await MembershipAsync("ada@example.org")).Should().Match<Membership>(m => m.OrganizationName == "Family" && m.Role == Role.Admin);
        (await OrganizationsAsync()).Should().ContainSingle().Which.Currency.Should().Be("JPY");
    }

    [Fact]
    public async Task PasswordSet_OfAnAccount_MakesItTheOnlyOneThatIsRight()
    {
        await AdminAsync("ada@example.org");

        var run = await CommandRun.OfAsync("password", "set", "--email", "Ada@example.org", "--password", "another sentence for tests", "--data", _folder.Path);

        run.Should().Be(new CommandRun(0, $"Ada@example.org has a new password.{Environment.NewLine}", ""));
        await using var server = await TestServer.StartAsync(store: _folder);
        using var browser = server.Browser();
        (await browser.SignInAsync("ada@example.org", Password)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.SignInAsync("ada@example.org", "another sentence for tests")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("max@example.org", "another sentence for tests", 1, "There is no account with the e-mail address max@example.org.")]
    [InlineData("ada@example.org", "short", 2, "Use at least 15 characters. A sentence is easy to remember.")]
    public async Task PasswordSet_Wrong_IsToldInOneLine(string email, string password, int exitCode, string error)
    {
        await AdminAsync("ada@example.org");

        var run = await CommandRun.OfAsync("password", "set", "--email", email, "--password", password, "--data", _folder.Path);

        run.ExitCode.Should().Be(exitCode);
        run.ErrorLines.Should().Equal(error);
    }

    [Fact]
    public async Task AdminCreate_OfAnOrganizationThatIsThere_AddsAnAdmin()
    {
        await AdminAsync("ada@example.org", "--organization", "Family");

        var run = await AdminAsync("max@example.org", "--organization", "Family");

        run.ExitCode.Should().Be(0);
        (await OrganizationsAsync()).Should().ContainSingle();
        (await MembershipAsync("max@example.org")).Role.Should().Be(Role.Admin);
    }

    [Fact]
    public async Task AdminCreate_WithoutAName_TakesTheOnlyOrganization()
    {
        await AdminAsync("ada@example.org", "--organization", "Family");

        await AdminAsync("max@example.org");

        (await MembershipAsync("max@example.org")).OrganizationName.Should().Be("Family");
    }

    [Fact]
    public async Task AdminCreate_WithoutANameAmongSeveral_AsksWhich()
    {
        await AdminAsync("ada@example.org", "--organization", "Family");
        await AdminAsync("max@example.org", "--organization", "Office");

        var run = await AdminAsync("eve@example.org");

        run.ExitCode.Should().Be(1);
        run.ErrorLines.Should().Equal("There are several organizations: say which with --organization NAME.");
    }

    [Fact]
    public async Task AdminCreate_WithAnotherCurrencyThanTheOrganizations_IsRefused()
    {
        await AdminAsync("ada@example.org", "--organization", "Family", "--currency", "EUR");

        var run = await AdminAsync("max@example.org", "--organization", "Family", "--currency", "USD");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("uses EUR");
    }

    [Fact]
    public async Task AdminCreate_WithAnUnknownCurrency_IsWrongUsage()
    {
        var run = await AdminAsync("ada@example.org", "--currency", "ABC");

        run.Should().Be(new CommandRun(2, "", $"Choose a currency, such as EUR.{Environment.NewLine}"));
    }

    [Fact]
    public async Task AdminCreate_WithAWeakPassword_IsWrongUsageInOneLine()
    {
        var run = await CommandRun.OfAsync("admin", "create", "--email", "nobody", "--password", "secret", "--data", _folder.Path);

        run.ExitCode.Should().Be(2);
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("e-mail").And.Contain("15 characters");
        (await OrganizationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task AdminCreate_WithADash_ReadsThePasswordFromInput()
    {
        string[] args = ["admin", "create", "--email", "ada@example.org", "--password", "-", "--data", _folder.Path];

        var tooShort = await CommandRun.WithInputAsync("secret\n", args);
        var good = await CommandRun.WithInputAsync($"{Password}\n", args);

        tooShort.ExitCode.Should().Be(2);
        good.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task MemberCreate_AddsTheMemberWithTheRole()
    {
        await AdminAsync("ada@example.org", "--organization", "Family");

        var run = await MemberAsync("max@example.org", "Viewer", "Family");

        run.ExitCode.Should().Be(0);
        (await MembershipAsync("max@example.org")).Role.Should().Be(Role.Viewer);
    }

    [Fact]
    public async Task MemberCreate_WithATakenAddress_IsRefused()
    {
        await AdminAsync("ada@example.org", "--organization", "Family");

        var run = await MemberAsync("ADA@example.org", "member", "Family");

        run.Should().Be(new CommandRun(1, "", $"There is an account with this e-mail address already.{Environment.NewLine}"));
    }

    [Fact]
    public async Task MemberCreate_InAnUnknownOrganization_IsRefused()
    {
        var run = await MemberAsync("max@example.org", "member", "Nowhere");

        run.Should().Be(new CommandRun(1, "", $"There is no organization named “Nowhere”.{Environment.NewLine}"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> AdminAsync(string email, params string[] more) =>
        CommandRun.OfAsync(["admin", "create", "--email", email, "--password", Password, "--data", _folder.Path, .. more]);

    private Task<CommandRun> MemberAsync(string email, string role, string organization) => CommandRun.OfAsync(
        "member", "create", "--email", email, "--password", Password, "--role", role, "--organization", organization, "--data", _folder.Path);

    private async Task<Membership> MembershipAsync(string email)
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        return (await world.Services.GetRequiredService<SetupService>().MembershipsAsync(email, CancellationToken.None)).Single();
    }

    private async Task<IReadOnlyList<OrganizationDto>> OrganizationsAsync()
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        return await world.Services.GetRequiredService<SetupService>().OrganizationsAsync(name: null, CancellationToken.None);
    }
}
