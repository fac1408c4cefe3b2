using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Commands;

public sealed class TokenCommandTests : IDisposable
{
    private readonly TestFolder _folder = TestFolder.WithDatabase();

    [Fact]
    public async Task Create_PrintsTheTokenAndNothingElse()
    {
        await AccountAsync("admin", "ada@example.org", "Family");

        var run = await TokenAsync("ada@example.org");

        run.Error.Should().BeEmpty();
        run.Out.Should().Be(run.Out.Trim() + Environment.NewLine);
        (await IdentifyAsync(run.Out.Trim()))!.Ceiling.Should().Be(Role.Admin);
    }

    [Fact]
    public async Task Create_WithARole_MakesATokenOfThatRole()
    {
        await AccountAsync("admin", "ada@example.org", "Family");

        var run = await TokenAsync("ada@example.org", "--role", "viewer");

        (await IdentifyAsync(run.Out.Trim()))!.Ceiling.Should().Be(Role.Viewer);
    }

    [Fact]
    public async Task Create_WithMoreThanTheMembersRole_IsRefused()
    {
        await AccountAsync("admin", "ada@example.org", "Family");
        await AccountAsync("member", "max@example.org", "Family", "--role", "member");

        var run = await TokenAsync("max@example.org", "--role", "admin");

        run.ExitCode.Should().Be(1);
        run.Out.Should().BeEmpty();
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("no more than its member");
    }

    [Fact]
    public async Task Create_ForNobody_IsRefused()
    {
        await AccountAsync("admin", "ada@example.org", "Family");

        var stranger = await TokenAsync("eve@example.org");
        var elsewhere = await TokenAsync("ada@example.org", "--organization", "Office");

        stranger.ErrorLines.Should().Equal("Nobody with the e-mail address eve@example.org is a member of an organization.");
        elsewhere.ErrorLines.Should().Equal("Nobody with the e-mail address ada@example.org is a member of “Office”.");
        (stranger.ExitCode, elsewhere.ExitCode).Should().Be((1, 1));
    }

    [Fact]
    public async Task Create_WithABlankName_IsWrongUsage()
    {
        await AccountAsync("admin", "ada@example.org", "Family");

        var run = await CommandRun.OfAsync("token", "create", "--email", "ada@example.org", "--name", " ", "--data", _folder.Path);

        run.Should().Be(new CommandRun(2, "", $"Enter a name that says what the token is for.{Environment.NewLine}"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task AccountAsync(string verb, string email, string organization, params string[] more)
    {
        string[] args = [verb, "create", "--email", email, "--password", "correct-battery-staple", "--organization", organization];
        (await CommandRun.OfAsync([.. args, "--data", _folder.Path, .. more])).ExitCode.Should().Be(0);
    }

    private Task<CommandRun> TokenAsync(string email, params string[] more) =>
        CommandRun.OfAsync(["token", "create", "--email", email, "--name", "script", "--data", _folder.Path, .. more]);

    private async Task<MemberIdentity?> IdentifyAsync(string token)
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TokensService>().AuthenticateAsync(token, CancellationToken.None);
    }
}
