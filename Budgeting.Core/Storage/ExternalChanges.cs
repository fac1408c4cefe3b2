using Budgeting.Core.Kernel.Changes;
using Microsoft.Data.Sqlite;
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
    private static readonly string[] Tenant = [BudgetingDbContext.TenantFilter];

    private long? _seen;

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
            catch (SqliteException exception)
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
        var last = await db.Database.SqlQuery<long>($"SELECT coalesce(max(rowid), 0) AS Value FROM audit_entries").SingleAsync(cancellationToken);
        var known = own.Look();
        if (_seen is { } seen && last > seen)
        {
            var entries = await db.AuditEntries
                .FromSql($"SELECT * FROM audit_entries WHERE rowid > {seen} AND rowid <= {last}")
                .IgnoreQueryFilters(Tenant)
                .Select(e => new { e.Id, e.OrganizationId, e.TopicName, e.TopicId })
                .ToListAsync(cancellationToken);
            feed.Publish(entries
                .Where(e => !known.Contains(e.Id))
                .Select(e => new Change(e.OrganizationId, new Topic(e.TopicName, e.TopicId)))
                .ToHashSet());
        }

        _seen = last;
    }
}
