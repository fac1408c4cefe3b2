namespace Budgeting.Core.Storage.Sqlite;

/// <summary>The folder that holds everything of one installation: the SQLite file, its backups and the keys of cookies.</summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="StorageException">The folder isn't there and can't be made.</exception>
    public DataFolder(string? path)
    {
        Path = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(path) ? Default : path);
        try
        {
            Create(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FolderRefusals.ReadOnly(Path, exception);
        }
    }

    /// <summary>A folder of the user who runs the program.</summary>
    public static string Default => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "Budgeting");

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "budgeting.db");

    public string LockFile => System.IO.Path.Combine(Path, "budgeting.lock");

    public string BackupFolder => System.IO.Path.Combine(Path, "backups");

    public string KeyFolder => System.IO.Path.Combine(Path, "keys");

    /// <summary>There once somebody has an account: from then on, a database without any was lost.</summary>
    public string MarkFile => System.IO.Path.Combine(Path, "budgeting.txt");

    internal bool IsMarked => File.Exists(MarkFile);

    /// <summary>Notes that somebody has an account. Where that can't be written, the next start does it.</summary>
    internal void Mark()
    {
        try
        {
            File.WriteAllText(MarkFile, "This folder holds the data of Budgeting. Where this file is and budgeting.db isn't, the data were lost.\n");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
