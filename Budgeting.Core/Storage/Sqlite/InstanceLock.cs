namespace Budgeting.Core.Storage.Sqlite;

/// <summary>
/// Says that one process serves the folder, or changes its schema. The system lets go of it however the process ends; the file
/// stays and means nothing by itself.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    // EROFS, the same on Linux and macOS.
    private const int ReadOnlyFileSystem = 30;

    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <exception cref="StorageException">Another holds it, as <paramref name="who"/> says, or the folder can't be written.</exception>
    public static InstanceLock Take(DataFolder folder, string who)
    {
        try
        {
            return new InstanceLock(new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw FolderRefusals.ReadOnly(folder.LockFile, denied);
        }
        catch (IOException failed) when (File.Exists(folder.LockFile) && failed.HResult != ReadOnlyFileSystem)
        {
            throw FolderRefusals.Locked(who, folder);
        }
        catch (IOException failed)
        {
            throw FolderRefusals.ReadOnly(folder.LockFile, failed);
        }
    }

    public void Dispose() => _file.Dispose();
}
