namespace Budgeting.Core.Storage;

/// <summary>The folder that holds everything of one installation: the SQLite file, its backups and the keys of cookies.</summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public DataFolder(string? path)
    {
        Path = System.IO.Path.GetFullPath(path ?? Default);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, OwnerOnly);
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
}
