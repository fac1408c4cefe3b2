using System.Data.Common;
using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Storage;

/// <summary>
/// Tells this process's pages what other processes committed: another node, or a verb of the command line while the server runs. It
/// looks for new audit entries, which double as change rows; at once where the engine says that there are some, and every
/// <see cref="Interval"/> in any case, since what it said may be lost.
/// </summary>
public sealed class ExternalChanges(
    IDbContextFactory<BudgetingDbContext> contexts, ChangeFeed feed, OwnEntries own, TimeProvider time, IEnumerable<ChangeListener> listeners, ILogger<ExternalChanges> logger) : IDisposable
{
    private readonly SemaphoreSlim _looking = new(1, 1);
    private string? _seen;

    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Looks again and again until it is cancelled.</summary>
    public Task WatchAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(listeners.Select(l => l.ListenAsync(TryLookAsync, cancellationToken)).Append(PollAsync(cancellationToken)));

    public void Dispose() => _looking.Dispose();

    /// <summary>Publishes what was committed since the last look; the first look only notes where things stand.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            await using var db = contexts.CreateDbContext();
            var tail = await db.Dialect.TailAsync(db, _seen, cancellationToken);
            var known = own.Look();
            feed.Publish(tail.Changes.Where(c => !known.Contains(c.EntryId)).Select(c => c.Change).ToHashSet());
            _seen = tail.Position;
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await TryLookAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            // What was missed is found at the next look.
            logger.LogWarning(exception, "The changes of other programs couldn't be looked for.");
        }
    }
}
