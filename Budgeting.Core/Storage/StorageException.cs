namespace Budgeting.Core.Storage;

/// <summary>
/// The database can't be opened as it is. <see cref="Code"/> is stable and for programs; the message is a sentence that says
/// what to do.
/// </summary>
public sealed class StorageException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
