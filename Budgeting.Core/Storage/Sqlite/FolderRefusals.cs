using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>Why a data folder isn't opened, and what to do.</summary>
public static class FolderRefusals
{
    public static StorageException Locked(string who, DataFolder folder) =>
        new("storage.locked", $"{who} the data folder {folder.Path}. Stop it first, or choose another folder with --data.");

    public static StorageException Newer(DataFolder folder) =>
        new("storage.newer", $"{folder.DatabaseFile} was written by a newer version of this program. Install that version, or a later one.");

    public static StorageException ReadOnly(string path, Exception? inner = null) =>
        new("storage.read-only", $"{path} can't be written. Give the user who runs this program the right to, there and in its folder.", inner);

    public static StorageException Corrupt(DataFolder folder, Exception? inner = null) =>
        new(
            "storage.corrupt",
            $"{folder.DatabaseFile} is damaged, or isn't a database of this program. {Replace(folder)}",
            inner);

    public static StorageException Lost(DataFolder folder) =>
        new(
            "storage.lost",
            $"{folder.DatabaseFile} is missing or empty, and there were accounts in it. Put it or the newest backup from {folder.BackupFolder} in its place; " +
            $"to begin anew, choose another folder with --data, or remove {folder.MarkFile}.");

    public static StorageException TriggerMissing(string trigger, DataFolder folder) =>
        new(
            "storage.trigger-missing",
            $"{folder.DatabaseFile} lacks {trigger}, which protects the data. {Replace(folder)}");

    public static StorageException Unsafe(string setting, DataFolder folder) =>
        new("storage.unsafe", $"SQLite doesn't keep data safe here ({setting}). Choose a folder on a local disk with --data, not {folder.Path}.");

    public static StorageException Keys(DataFolder folder, Exception inner) =>
        new("storage.keys", $"The keys in {folder.KeyFolder} can't be used. Make them readable and writable, or remove that folder: everybody must sign in again then.", inner);

    /// <summary>What the engine's error means for who starts the program.</summary>
    public static StorageException Of(SqliteException exception, DataFolder folder) => exception.SqliteErrorCode switch
    {
        _ when exception.SqliteExtendedErrorCode == SqliteErrors.NoRoomForSharedMemory => FullDisk(folder, exception),
        SqliteErrors.Busy => Locked("Another program is busy with the database in", folder),
        SqliteErrors.ReadOnlyFile or SqliteErrors.CantOpen or SqliteErrors.NoPermission => ReadOnly(folder.DatabaseFile, exception),
        SqliteErrors.Damaged or SqliteErrors.NotADatabase => Corrupt(folder, exception),
        SqliteErrors.Full => FullDisk(folder, exception),
        _ => new StorageException("storage.failed", $"{folder.DatabaseFile} can't be opened: {exception.Message}", exception),
    };

    private static StorageException FullDisk(DataFolder folder, Exception exception) =>
        new("storage.full", $"The disk of {folder.Path} is full. Make room on it.", exception);

    // The write-ahead log of one file would damage another.
    private static string Replace(DataFolder folder) =>
        $"Move it elsewhere with the files beside it that begin with its name, and put the newest backup from {folder.BackupFolder} in its place.";
}
