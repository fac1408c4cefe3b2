using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TestFolder _folder = TestFolder.WithDatabase();

    private string JournalPath => Path.Combine(_folder.Path, "costs.journal");

    [Fact]
    public async Task Export_WritesAJournalOfAllPeriodsOrOne()
    {
        await FillAsync("2026-01", "2026-02");

        (await ExportAsync(JournalPath)).Should().Be(new CommandRun(0, "", ""));
        var one = await ExportAsync("-", "--period", "2026-02");
        var same = await ExportAsync("-", "--period", "2026-02-01");

        (await File.ReadAllTextAsync(JournalPath)).Should().Contain("; 2026-01, 2026-01-01 to").And.Contain("; 2026-02,");
        one.Out.Should().Contain("; 2026-02,").And.NotContain("; 2026-01,").And.Be(same.Out);
    }

    [Fact]
    public async Task Export_OfWhatIsNotThere_IsRefused()
    {
        (await ExportAsync("-")).ErrorLines.Should().Equal("There is no organization yet.");
        await FillAsync("2026-01");

        (await ExportAsync("-", "--period", "2027")).Should().Be(new CommandRun(1, "", $"There is no period “2027”.{Environment.NewLine}"));
        (await ExportAsync("-", "--organization", "Nowhere")).ErrorLines.Should().Equal("There is no organization named “Nowhere”.");
        (await ExportAsync(Path.Combine(_folder.Path, "no", "such"))).ErrorLines.Should().ContainSingle().Which.Should().StartWith("Can't write");
        (await CommandRun.OfAsync("export", "--data", _folder.Path)).ExitCode.Should().Be(2);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> ExportAsync(string file, params string[] more) =>
        CommandRun.OfAsync(["export", "--journal", file, "--data", _folder.Path, .. more]);

    private async Task FillAsync(params string[] months)
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        var costs = new TestCosts(await world.OrganizationAsync());
        for (var i = 0; i < months.Length; i++)
        {
            await costs.MonthAsync(i + 1);
        }
    }
}
