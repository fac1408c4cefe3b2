namespace Budgeting.Core.Kernel.Changes;

/// <summary>
/// One load for all who ask for the same before anything changed: one change wakes a thousand pages, and they wait for one load. What
/// is loaded is kept for a moment only, for those who come a little later.
/// </summary>
public sealed class SharedLoads(ChangeFeed feed, TimeProvider time)
{
    private const int MostKept = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<object, Entry> _entries = [];

    /// <summary>How long a load is kept after it ended.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How many loads are running or kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>
    /// What <paramref name="load"/> loads, or somebody else's load of the same <paramref name="key"/> that began after the organization's
    /// last published change. A load that fails fails for those who wait for it, and for nobody after them.
    /// </summary>
    /// <param name="organizationId">Whose changes count.</param>
    /// <param name="key">Says what is loaded and with which rights: who names the same gets the same.</param>
    /// <param name="load">Whoever asks first may leave before it ends: it must use nothing that goes with them.</param>
    /// <param name="cancellationToken">Ends the waiting, not the load: others wait for it, too.</param>
    public Task<T> GetAsync<T>(Guid organizationId, object key, Func<Task<T>> load, CancellationToken cancellationToken)
    {
        // Before anything else: a load that begins now finds at least what was published until here.
        var position = feed.PositionOf(organizationId);
        Entry<T> entry;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known) && known.Position >= position && !known.HasFailed)
            {
                return ((Entry<T>)known).Loaded.Task.WaitAsync(cancellationToken);
            }

            entry = new Entry<T>(position);
            if (known is not null || _entries.Count < MostKept)
            {
                _entries[key] = entry;
            }
        }

        Begin(key, entry, load);
        return entry.Loaded.Task.WaitAsync(cancellationToken);
    }

    // Where it has to wait for something it must not go on in the page of whoever asked first.
    private void Begin<T>(object key, Entry<T> entry, Func<Task<T>> load)
    {
        var page = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _ = RunAsync(key, entry, load);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(page);
        }
    }

    private async Task RunAsync<T>(object key, Entry<T> entry, Func<Task<T>> load)
    {
        try
        {
            entry.Loaded.SetResult(await load());
            await Task.Delay(Lifetime, time);
        }
#pragma warning disable CA1031 // Whatever failed, those who wait are told, and each decides.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            entry.Loaded.TrySetException(failed);
        }

        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var kept) && kept == entry)
            {
                _entries.Remove(key);
            }
        }
    }

    private abstract class Entry(long position)
    {
        public long Position { get; } = position;

        public abstract bool HasFailed { get; }
    }

    private sealed class Entry<T>(long position) : Entry(position)
    {
        public TaskCompletionSource<T> Loaded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool HasFailed => Loaded.Task.IsFaulted;
    }
}
