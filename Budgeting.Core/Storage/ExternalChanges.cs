using System.Data.Common;
using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Storage;

/// <summary>
/// Tells this process's pages what other processes committed, such as a verb of the command line while the server runs. It
/// looks for new audit entries, which double as change rows.
/// </summary>
public sealed class ExternalChanges(
    IDbContextFactory<BudgetingDbContext> contexts, ChangeFeed feed, OwnEntries own, TimeProvider time, ILogger<ExternalChanges> logger)
{
    private string? _seen;

    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Looks again and again until it is cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
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
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Publishes what was committed since the last look; the first look only notes where things stand.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateDbContext();
        var tail = await db.Dialect.TailAsync(db, _seen, cancellationToken);
        var known = own.Look();
        feed.Publish(tail.Changes.Where(c => !known.Contains(c.EntryId)).Select(c => c.Change).ToHashSet());
        _seen = tail.Position;
    }
}
