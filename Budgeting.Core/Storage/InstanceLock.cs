namespace Budgeting.Core.Storage;

/// <summary>
/// Says that one process serves the folder, or changes its schema. The system lets go of it however the process ends; the file
/// stays and means nothing by itself.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <summary>The lock, or <c>null</c> while another holds it.</summary>
    public static InstanceLock? TryTake(DataFolder folder)
    {
        try
        {
            return new InstanceLock(new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(folder.LockFile))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
