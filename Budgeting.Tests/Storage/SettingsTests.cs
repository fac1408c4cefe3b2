using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Sqlite;
using Budgeting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Storage;

[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class SettingsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("recursive_triggers", "1")]
    public async Task EveryContext_HasTheSetting(string pragma, string value)
    {
        await using var installation = new TestInstallation(_folder);
        await installation.OpenAsync(exclusive: false);
        await using var db = installation.Db();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        (await command.ExecuteScalarAsync())!.ToString().Should().Be(value);
    }

    [Fact]
    public async Task Open_AFileWithARollbackJournal_GivesItAWriteAheadLog()
    {
        await using var installation = new TestInstallation(_folder);
        using (var shell = new SqliteShell(_folder))
        {
            shell.Value("PRAGMA journal_mode = DELETE").Should().Be("delete");
            shell.Execute("VACUUM");
        }

        await installation.OpenAsync(exclusive: false);

        using var after = new SqliteShell(_folder);
        after.Value("PRAGMA journal_mode").Should().Be("wal");
    }

    [Theory]
    [InlineData("PRAGMA foreign_keys = OFF")]
    [InlineData("PRAGMA recursive_triggers = OFF")]
    [InlineData("PRAGMA synchronous = NORMAL")]
    [InlineData("PRAGMA journal_mode = DELETE")]
    public void RequireSettings_WithoutOne_Refuses(string change)
    {
        using var shell = new SqliteShell(_folder);
        shell.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        var file = new SqliteFile((SqliteConnection)shell.Connection, _folder.Data);
        file.Invoking(f => f.RequireSettings()).Should().NotThrow();

        shell.Execute(change);

        file.Invoking(f => f.RequireSettings()).Should().Throw<StorageException>().Which.Code.Should().Be("storage.unsafe");
    }
}
