using Budgeting.Core.Kernel.Errors;
using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage;

/// <summary>
/// The database can't be opened as it is. <see cref="Code"/> is stable and for programs; the message is a sentence that says
/// what to do.
/// </summary>
public sealed class StorageException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    // Result codes of SQLite.
    private const int NoPermission = 3;
    private const int Busy = 5;
    private const int ReadOnlyFile = 8;
    private const int InputOutput = 10;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int NotADatabase = 26;

    // The memory that readers and writers share is a file as large as the engine needs from the start.
    private const int NoRoomForSharedMemory = InputOutput | (19 << 8);

    public string Code { get; } = code;

    internal static StorageException Locked(string who, DataFolder folder) =>
        new("storage.locked", $"{who} the data folder {folder.Path}. Stop it first, or choose another folder with --data.");

    internal static StorageException Newer(DataFolder folder) =>
        new("storage.newer", $"{folder.DatabaseFile} was written by a newer version of this program. Install that version, or a later one.");

    internal static StorageException ReadOnly(string path, Exception? inner = null) =>
        new("storage.read-only", $"{path} can't be written. Give the user who runs this program the right to, there and in its folder.", inner);

    internal static StorageException Corrupt(DataFolder folder, Exception? inner = null) =>
        new(
            "storage.corrupt",
            $"{folder.DatabaseFile} is damaged, or isn't a database of this program. {Replace(folder)}",
            inner);

    internal static StorageException Lost(DataFolder folder) =>
        new(
            "storage.lost",
            $"{folder.DatabaseFile} is missing or empty, and there were accounts in it. Put it or the newest backup from {folder.BackupFolder} in its place; " +
            $"to begin anew, choose another folder with --data, or remove {folder.MarkFile}.");

    internal static StorageException TriggerMissing(string trigger, DataFolder folder) =>
        new(
            "storage.trigger-missing",
            $"{folder.DatabaseFile} lacks {trigger}, which protects the data. {Replace(folder)}");

    internal static StorageException Unsafe(string setting, DataFolder folder) =>
        new("storage.unsafe", $"SQLite doesn't keep data safe here ({setting}). Choose a folder on a local disk with --data, not {folder.Path}.");

    public static StorageException Keys(DataFolder folder, Exception inner) =>
        new("storage.keys", $"The keys in {folder.KeyFolder} can't be used. Make them readable and writable, or remove that folder: everybody must sign in again then.", inner);

    /// <summary>Whether the engine refused for a reason that lies in the place where the data are kept.</summary>
    internal static bool IsUnavailable(Exception exception) => CodeOf(exception) is Full or ReadOnlyFile or InputOutput or Busy;

    /// <summary>What that means for who wanted to write.</summary>
    internal static UnavailableException Unavailable(Exception exception) => CodeOf(exception) switch
    {
        Full => new("storage.full", "The disk is full: nothing was saved. Make room on it, then try again.", exception),
        Busy => new("storage.busy", "Another program is busy with the data: nothing was saved. Try again.", exception),
        _ => new("storage.failed", "The disk can't be written: nothing was saved.", exception),
    };

    /// <summary>What the engine's error means for who starts the program.</summary>
    internal static StorageException Of(SqliteException exception, DataFolder folder) => exception.SqliteErrorCode switch
    {
        _ when exception.SqliteExtendedErrorCode == NoRoomForSharedMemory => FullDisk(folder, exception),
        Busy => Locked("Another program is busy with the database in", folder),
        ReadOnlyFile or CantOpen or NoPermission => ReadOnly(folder.DatabaseFile, exception),
        Damaged or NotADatabase => Corrupt(folder, exception),
        Full => FullDisk(folder, exception),
        _ => new StorageException("storage.failed", $"{folder.DatabaseFile} can't be opened: {exception.Message}", exception),
    };

    private static StorageException FullDisk(DataFolder folder, Exception exception) =>
        new("storage.full", $"The disk of {folder.Path} is full. Make room on it.", exception);

    private static int? CodeOf(Exception exception) => (exception.GetBaseException() as SqliteException)?.SqliteErrorCode;

    // The write-ahead log of one file would damage another.
    private static string Replace(DataFolder folder) =>
        $"Move it elsewhere with the files beside it that begin with its name, and put the newest backup from {folder.BackupFolder} in its place.";
}
