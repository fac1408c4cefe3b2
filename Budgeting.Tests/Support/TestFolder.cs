using System.Security.Cryptography;
using Budgeting.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Budgeting.Tests.Support;

/// <summary>An empty folder that goes with the test; in memory, where the system has room for that.</summary>
public sealed class TestFolder : IDisposable
{
    private const string Memory = "/dev/shm";
    private const long Room = 1L << 30;

    private static readonly string Parent = HasRoom(Memory) ? Memory : System.IO.Path.GetTempPath();

    public TestFolder()
    {
        Path = System.IO.Path.Combine(Parent, $"budgeting-test-{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
        Data = new DataFolder(Path);
    }

    public string Path { get; }

    public DataFolder Data { get; }

    /// <summary>A folder that has the database of a program that was started once.</summary>
    public static TestFolder WithDatabase()
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

    public void Dispose()
    {
        CloseConnections();
        Directory.Delete(Path, recursive: true);
    }

    private static bool HasRoom(string folder) => Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace >= Room;
}
