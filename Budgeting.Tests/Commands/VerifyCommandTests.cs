using System.Text.RegularExpressions;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

public sealed partial class VerifyCommandTests : IDisposable
{
    private readonly TestFolder _folder = TestFolder.WithDatabase();

    [Fact]
    public async Task Verify_OfWhatIsWhole_SaysSo_AndTakesItsOwnHead()
    {
        await FillAsync("Family");
        await FillAsync("Office");

        var run = await VerifyAsync();

        (run.ExitCode, run.Error).Should().Be((0, ""));
        var lines = run.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(2).And.OnlyContain(line => Whole().IsMatch(line));
        (await VerifyAsync("--organization", "Family", "--head", Whole().Match(lines.Single(l => l.StartsWith("Family:", StringComparison.Ordinal))).Groups["head"].Value)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Verify_OfWhatIsWrong_ListsIt_AndEndsWithOne()
    {
        await FillAsync("Family");
        using (var shell = new SqliteShell(_folder))
        {
            shell.Execute("UPDATE people SET name = 'Else'");
        }

        var run = await VerifyAsync();

        run.ExitCode.Should().Be(1);
        run.Out.Should().StartWith("Family: something is wrong; ").And.Contain($"{Environment.NewLine}  Person ").And.Contain(" has another name than the audit trail says.");
    }

    [Fact]
    public async Task Verify_OfWhatCantBeRead_SaysWhere_AndGoesOn()
    {
        await FillAsync("Family");
        using (var shell = new SqliteShell(_folder))
        {
            var triggers = shell.Column("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entries'");
            shell.Unprotect("audit_entries");
            shell.Execute("UPDATE audit_entries SET at = 9223372036854775807 WHERE sequence = 2");
            triggers.Should().NotBeEmpty().And.AllSatisfy(sql => shell.Execute(sql!));
        }

        await FillAsync("Office");

        var run = await VerifyAsync();

        (run.ExitCode, run.Error).Should().Be((1, ""));
        run.Out.Should().Contain("Family: something is wrong; ").And.Contain("Office: everything holds; ").And.Contain("  Entry 2 of the audit trail can't be read: ");
    }

    [Theory]
    [InlineData("Say whose head it is with --organization NAME.", "--head", "1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("“1” is no head of an audit trail, such as 12:9f86….", "--organization", "Family", "--head", "1")]
    public async Task Head_OfNobody_OrThatIsNone_IsWrongUsage(string error, params string[] args)
    {
        var run = await VerifyAsync(args);

        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.Error.Should().StartWith(error);
    }

    [Fact]
    public async Task Verify_OfAnUnknownOrganization_IsRefused() =>
        (await VerifyAsync("--organization", "Nowhere")).Should().Be(new CommandRun(1, "", $"There is no organization named “Nowhere”.{Environment.NewLine}"));

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> VerifyAsync(params string[] more) => CommandRun.OfAsync(["verify", "--data", _folder.Path, .. more]);

    private async Task FillAsync(string organization)
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        await (await world.OrganizationAsync(organization)).PersonAsync("Grandma");
    }

    [GeneratedRegex(@"^\w+: everything holds; \d+ entries, head (?<head>\d+:[0-9a-f]{64})$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
