using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Storage;

/// <summary>
/// The database can't be opened as it is. <see cref="Code"/> is stable and for programs; the message is a sentence that says
/// what to do.
/// </summary>
public sealed class StorageException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The code where others are in the way, and won't be for long.</summary>
    public const string Busy = "storage.busy";

    public string Code { get; } = code;

    /// <summary>Whether the engine refused for a reason that lies in the place where the data are kept.</summary>
    internal static bool IsUnavailable(Exception exception) =>
        Dialects.ErrorOf(exception) is { Kind: DatabaseErrorKind.Full or DatabaseErrorKind.Busy or DatabaseErrorKind.Failed };

    /// <summary>What that means for who wanted to write.</summary>
    internal static UnavailableException Unavailable(Exception exception) => Dialects.ErrorOf(exception)?.Kind switch
    {
        DatabaseErrorKind.Full => new("storage.full", "The disk is full: nothing was saved. Make room on it, then try again.", exception),
        DatabaseErrorKind.Busy => new(Busy, "Another program is busy with the data: nothing was saved. Try again.", exception),
        _ => new("storage.failed", "The data can't be reached or written: nothing was saved.", exception),
    };
}
