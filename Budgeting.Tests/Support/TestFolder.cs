using System.Security.Cryptography;
using Budgeting.Core.Storage.Sqlite;
using Budgeting.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Support;

/// <summary>An empty folder that goes with the test; in memory, where the system has room for that.</summary>
public sealed class TestFolder : TestStore
{
    private const string Memory = "/dev/shm";
    private const long Room = 1L << 30;

    internal static readonly string Parent = HasRoom(Memory) ? Memory : System.IO.Path.GetTempPath();

    public TestFolder()
    {
        Path = System.IO.Path.Combine(Parent, $"budgeting-test-{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
        Data = new DataFolder(Path);
    }

    public string Path { get; }

    public DataFolder Data { get; }

    /// <inheritdoc cref="TestStore.WithDatabase"/>
    public static new TestFolder WithDatabase()
    {
        var folder = new TestFolder();
        MigratedDatabase.CopyTo(folder.Data);
        return folder;
    }

    /// <summary>Closes what is pooled of this folder's database, and leaves other tests theirs.</summary>
    public void CloseConnections()
    {
        using var connection = new SqliteConnection(SqliteRegistration.ConnectionString(Data));
        SqliteConnection.ClearPool(connection);
    }

    public override void AddTo(IServiceCollection services) => services.AddSqliteStorage(Data);

    public override WebAppOptions In(WebAppOptions options) => options with { DataDirectory = Path };

    public override string[] Arguments => ["--data", Path];

    public override SqlShell Shell() => new SqliteShell(this);

    public override void Dispose()
    {
        CloseConnections();
        Directory.Delete(Path, recursive: true);
    }

    private static bool HasRoom(string folder) => Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace >= Room;
}
