using Budgeting.Core.Storage.Sqlite;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>Where somebody had an account, an empty folder is no new installation that anybody may claim.</summary>
[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class LostDatabaseTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly DataFolder _data;

    public LostDatabaseTests() => _data = new DataFolder(_folder.Path);

    public static TheoryData<string> Losses { get; } = ["missing", "missing, with a log left", "empty", "made anew"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Open_ALostDatabase_IsRefusedAndLeftAsItIs(string loss)
    {
        await SetUpAsync();
        await LoseAsync(loss);
        var before = Files();
        await using var server = new TestInstallation(_folder);

        (await server.RefusalAsync(exclusive: true)).Should().Be("storage.lost");
        (await server.RefusalAsync(exclusive: false)).Should().Be("storage.lost");

        Files().Should().Equal(before);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Open_ALostDatabaseWhoseMarkWasRemoved_BeginsAnew(string loss)
    {
        await SetUpAsync();
        await LoseAsync(loss);
        File.Delete(_data.MarkFile);
        await using var server = new TestInstallation(_folder);

        await server.Awaiting(s => s.OpenAsync(exclusive: true)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Open_ABackupInItsPlace_WorksAndIsMarked()
    {
        await SetUpAsync();
        File.Delete(_data.MarkFile);

        await using (var server = new TestInstallation(_folder))
        {
            await server.OpenAsync(exclusive: true);
        }

        await LoseAsync("missing");
        await using var second = new TestInstallation(_folder);
        (await second.RefusalAsync(exclusive: true)).Should().Be("storage.lost");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_AfterAFirstStartThatWasKilledMidway_Works(bool hasDatabase)
    {
        Directory.CreateDirectory(_data.KeyFolder);
        await File.WriteAllTextAsync(Path.Combine(_data.KeyFolder, "key.xml"), "<key />");
        await File.WriteAllBytesAsync(_data.DatabaseFile, []);
        if (hasDatabase)
        {
            await using var first = new TestInstallation(_folder);
            await first.OpenAsync(exclusive: true);
        }

        await using var server = new TestInstallation(_folder);

        await server.Awaiting(s => s.OpenAsync(exclusive: true)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Serve_ALostDatabase_SaysInOneLineWhatToDo()
    {
        await SetUpAsync();
        await LoseAsync("missing");

        var run = await BudgetingProcess.RunAsync("--data", _folder.Path, "--urls", "http://127.0.0.1:0");

        (run.ExitCode, run.Out).Should().Be((1, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("newest backup").And.Contain(_data.MarkFile).And.EndWith("(storage.lost)");
    }

    private async Task SetUpAsync()
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        await world.OrganizationAsync();
        Directory.CreateDirectory(_data.KeyFolder);
    }

    private async Task LoseAsync(string loss)
    {
        _folder.CloseConnections();
        File.Delete(_data.DatabaseFile);
        File.Delete(_data.DatabaseFile + "-wal");
        File.Delete(_data.DatabaseFile + "-shm");
        switch (loss)
        {
            case "empty":
                await File.WriteAllBytesAsync(_data.DatabaseFile, []);
                break;
            case "missing, with a log left":
                await File.WriteAllBytesAsync(_data.DatabaseFile + "-wal", new byte[64]);
                break;
            case "made anew":
                MigratedDatabase.CopyTo(_data);
                break;
        }
    }

    private IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(_folder.Path).Where(f => f != _data.LockFile && !f.EndsWith("-shm", StringComparison.Ordinal) && !(f.EndsWith("-wal", StringComparison.Ordinal) && new FileInfo(f).Length == 0))];
}
