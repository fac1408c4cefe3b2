using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Sqlite;
using Budgeting.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Budgeting.Tests.Storage;

[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class DatabaseStartupTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_AnEmptyFolder_MakesADatabaseAndNoBackup()
    {
        await using var server = new TestInstallation(_folder);

        await server.OpenAsync(exclusive: true);

        File.Exists(server.Folder.DatabaseFile).Should().BeTrue();
        Directory.Exists(server.Folder.BackupFolder).Should().BeFalse();
    }

    [Fact]
    public async Task Open_ASecondServer_IsRefused()
    {
        await using var first = new TestInstallation(_folder);
        await using var second = new TestInstallation(_folder);
        await first.OpenAsync(exclusive: true);

        var refusal = await FluentActions.Awaiting(() => second.OpenAsync(exclusive: true)).Should().ThrowAsync<StorageException>();

        refusal.Which.Code.Should().Be("storage.locked");
        refusal.Which.Message.Should().Be(
            $"Another server uses the data folder {_folder.Path}. Stop it first, or choose another folder with --data.");
    }

    [Fact]
    public async Task Open_AServerAfterTheFirstStopped_Works()
    {
        await using (var first = new TestInstallation(_folder))
        {
            await first.OpenAsync(exclusive: true);
        }

        await using var second = new TestInstallation(_folder);

        await second.Awaiting(s => s.OpenAsync(exclusive: true)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Open_ACommandWhileAServerRuns_Works()
    {
        await using var server = new TestInstallation(_folder);
        await using var command = new TestInstallation(_folder);
        await server.OpenAsync(exclusive: true);

        await command.Awaiting(c => c.OpenAsync(exclusive: false)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Open_ACommandWhenASchemaIsDueAndAServerRuns_IsRefused()
    {
        await using var command = new TestInstallation(_folder);
        using var held = InstanceLock.Take(command.Folder, "A server uses");

        (await command.RefusalAsync(exclusive: false)).Should().Be("storage.locked");
    }

    [Fact]
    public async Task Open_AFileOfANewerProgram_IsRefused()
    {
        await using var server = await MigratedAsync();
        Sql("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Future', '99.0')");

        (await server.RefusalAsync(exclusive: true)).Should().Be("storage.newer");
        (await server.RefusalAsync(exclusive: false)).Should().Be("storage.newer");
    }

    [Fact]
    public async Task Open_AFileThatIsNoDatabase_IsRefusedAndLeftAlone()
    {
        await using var server = new TestInstallation(_folder);
        var text = string.Concat(Enumerable.Repeat("Dear diary, ", 1000));
        await File.WriteAllTextAsync(server.Folder.DatabaseFile, text);

        (await server.RefusalAsync(exclusive: true)).Should().Be("storage.corrupt");
        (await server.RefusalAsync(exclusive: false)).Should().Be("storage.corrupt");
        (await File.ReadAllTextAsync(server.Folder.DatabaseFile)).Should().Be(text);
    }

    [Fact]
    public async Task Open_SomebodyElsesDatabase_IsRefusedAndLeftAlone()
    {
        await using var server = new TestInstallation(_folder);
        Sql("CREATE TABLE songs (title TEXT)");

        (await server.RefusalAsync(exclusive: true)).Should().Be("storage.corrupt");

        using var shell = new SqliteShell(_folder);
        shell.Column("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_\\_EF%' ESCAPE '\\'").Should().Equal("songs");
    }

    [Fact]
    public async Task Open_ADamagedFile_IsRefused()
    {
        await using var server = await MigratedAsync();
        Sql("PRAGMA journal_mode = DELETE");
        await using (var file = new FileStream(server.Folder.DatabaseFile, FileMode.Open))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(Enumerable.Repeat((byte)0xAA, 4096).ToArray());
        }

        (await server.RefusalAsync(exclusive: true)).Should().Be("storage.corrupt");
    }

    [Fact]
    public async Task Open_WithoutATriggerOfTheModel_IsRefused()
    {
        await using var server = await MigratedAsync();
        Sql("DROP TRIGGER audit_entries_no_delete");

        (await server.RefusalAsync(exclusive: false)).Should().Be("storage.trigger-missing");
    }

    [Fact]
    public async Task Open_WithATriggerThatRefusesNothing_IsRefused()
    {
        await using var server = await MigratedAsync();
        Sql("DROP TRIGGER statements_no_update; CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT 1; END");

        (await server.RefusalAsync(exclusive: false)).Should().Be("storage.trigger-missing");
    }

    [Fact]
    public async Task Open_AfterAnUpdateThatWasKilledBeforeItsTriggers_MakesThem()
    {
        await using var server = await MigratedAsync();
        Sql("CREATE TABLE __budgeting_update (begun integer); DROP TRIGGER audit_entries_no_delete; DROP TRIGGER expenses_closed_update");

        await server.OpenAsync(exclusive: true);

        using var shell = new SqliteShell(_folder);
        shell.Column("SELECT name FROM sqlite_master WHERE name IN ('audit_entries_no_delete', 'expenses_closed_update', '__budgeting_update')").Should().HaveCount(2);
    }

    [Fact]
    public async Task Open_WhereTheFileCannotBe_IsRefused()
    {
        await using var server = new TestInstallation(_folder);
        Directory.CreateDirectory(server.Folder.DatabaseFile);

        (await server.RefusalAsync(exclusive: true)).Should().Be("storage.read-only");
    }

    [Fact]
    public async Task RequireWritable_OfAFileThatIsReadOnly_Refuses()
    {
        await using var server = await MigratedAsync();
        using var connection = new SqliteConnection($"Data Source={server.Folder.DatabaseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();

        var failed = new SqliteFile(connection, server.Folder).Invoking(f => f.RequireWritable()).Should().Throw<SqliteException>().Which;

        FolderRefusals.Of(failed, server.Folder).Code.Should().Be("storage.read-only");
    }

    [Fact]
    public async Task RequireWritable_OfAFileThatIsNot_ChangesNothing()
    {
        await using var server = await MigratedAsync();
        using var shell = new SqliteShell(_folder);

        new SqliteFile((SqliteConnection)shell.Connection, server.Folder).RequireWritable();

        shell.Value("PRAGMA user_version").Should().Be("0");
    }

    [Fact]
    public async Task Open_WhileAnotherProgramKeepsTheDatabaseLocked_IsRefused()
    {
        await using var command = await MigratedAsync();
        using var shell = new SqliteShell(_folder);
        shell.Execute("BEGIN IMMEDIATE");

        (await command.RefusalAsync(exclusive: false)).Should().Be("storage.locked");
    }

    [Fact]
    public void DataFolder_WhereNoneCanBe_IsRefused()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");

        FluentActions.Invoking(() => new DataFolder(Path.Combine(file, "data")))
            .Should().Throw<StorageException>().Which.Code.Should().Be("storage.read-only");
    }

    [Theory]
    [InlineData(SqliteResult.ReadOnly, "storage.read-only")]
    [InlineData(SqliteResult.Full, "storage.full")]
    [InlineData(SqliteResult.NoRoomForSharedMemory, "storage.full")]
    [InlineData(SqliteResult.Corrupt, "storage.corrupt")]
    [InlineData(SqliteResult.Error, "storage.failed")]
    public void Refusal_OfAnEnginesError_NamesTheFolder(int result, string code)
    {
        var refusal = FolderRefusals.Of(new SqliteException("no", result & 0xFF, result), _folder.Data);

        refusal.Code.Should().Be(code);
        refusal.Message.Should().Contain(_folder.Path);
    }

    private static class SqliteResult
    {
        public const int Error = 1;
        public const int ReadOnly = 8;
        public const int Corrupt = 11;
        public const int Full = 13;
        public const int NoRoomForSharedMemory = 10 | (19 << 8);
    }

    private async Task<TestInstallation> MigratedAsync()
    {
        await using (var first = new TestInstallation(_folder))
        {
            await first.OpenAsync(exclusive: false);
        }

        _folder.CloseConnections();
        return new TestInstallation(_folder);
    }

    private void Sql(string sql)
    {
        using var shell = new SqliteShell(_folder);
        shell.Execute(sql);
    }
}
