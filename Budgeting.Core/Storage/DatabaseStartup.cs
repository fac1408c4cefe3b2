namespace Budgeting.Core.Storage;

/// <summary>Opens the database, before anything else uses it: refuses one that isn't fit, and brings it up to this program's model.</summary>
public abstract class DatabaseStartup : IDisposable
{
    /// <summary>
    /// Opens the database and brings it up to date. An <paramref name="exclusive"/> opener is the server, of which an engine may allow one
    /// until this is disposed; anyone else only needs that no schema change is due, or no server runs.
    /// </summary>
    /// <param name="exclusive">Whether it is a server that opens it.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <param name="say">Told what takes a while, before it begins.</param>
    /// <exception cref="StorageException">It can't be opened; the message says what to do.</exception>
    public abstract Task OpenAsync(bool exclusive, CancellationToken cancellationToken, Action<string>? say = null);

    /// <summary>Where the data are, in words.</summary>
    public abstract string Place { get; }

    /// <summary>What to do where the keys of cookies and forms can't be used.</summary>
    public abstract StorageException KeysUnusable(Exception failed);

    /// <summary>Called once somebody has an account: from then on, a database without any was lost.</summary>
    internal virtual void NoteAccounts()
    {
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
