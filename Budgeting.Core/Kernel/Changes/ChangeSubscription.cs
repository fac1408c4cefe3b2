namespace Budgeting.Core.Kernel.Changes;

/// <summary>One listener of the feed. Disposing it more than once does nothing more.</summary>
public sealed class ChangeSubscription : IDisposable
{
    private readonly IReadOnlyList<Topic> _topics;
    private readonly Func<IReadOnlyList<Change>, Task> _onChanges;
    private readonly Action<Exception>? _onError;
    private readonly Action<ChangeSubscription> _unsubscribe;
    private readonly Lock _lock = new();
    private List<Change> _waiting = [];
    private bool _running;
    private bool _disposed;

    internal ChangeSubscription(
        IReadOnlyList<Topic> topics,
        Func<IReadOnlyList<Change>, Task> onChanges,
        Action<Exception>? onError,
        Action<ChangeSubscription> unsubscribe) =>
        (_topics, _onChanges, _onError, _unsubscribe) = (topics, onChanges, onError, unsubscribe);

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _waiting.Clear();
        }

        _unsubscribe(this);
    }

    internal void Offer(IEnumerable<Change> changes)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _waiting.AddRange(changes.Where(c => _topics.Any(t => t.Covers(c.Topic))));
            if (_running || _waiting.Count == 0)
            {
                return;
            }

            _running = true;
        }

        _ = Task.Run(DeliverAsync);
    }

    private async Task DeliverAsync()
    {
        while (TakeWaiting() is { } changes)
        {
            try
            {
                await _onChanges(changes);
            }
            catch (ObjectDisposedException)
            {
                // The page closed while it was being told.
            }
            catch (OperationCanceledException)
            {
                // The same, seen by a load in progress.
            }
#pragma warning disable CA1031 // One page's failure must end neither the process nor the deliveries to come.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _onError?.Invoke(exception);
            }
        }
    }

    private List<Change>? TakeWaiting()
    {
        lock (_lock)
        {
            if (_disposed || _waiting.Count == 0)
            {
                _running = false;
                return null;
            }

            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}
