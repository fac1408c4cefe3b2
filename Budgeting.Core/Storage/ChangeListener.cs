namespace Budgeting.Core.Storage;

/// <summary>Hears from the engine that others committed something, where it says so.</summary>
public abstract class ChangeListener
{
    /// <summary>Listens until it is cancelled, over every loss of the connection.</summary>
    /// <param name="look">Called when there may be something new.</param>
    internal abstract Task ListenAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken);
}
