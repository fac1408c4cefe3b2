using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Budgeting.Core.Storage;

/// <summary>Deletes the answers that are kept no longer. They are no data of an organization, so nothing of it is audited.</summary>
public sealed class IdempotencyPurge(Database database, TimeProvider time, ILogger<IdempotencyPurge> logger)
{
    public static TimeSpan Interval { get; } = TimeSpan.FromHours(1);

    /// <summary>Purges again and again until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await PurgeAsync(cancellationToken);
            }
            catch (DbException exception)
            {
                logger.LogWarning(exception, "Old idempotency records couldn't be deleted; the next try is in an hour.");
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    internal async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var expired = time.GetUtcNow() - Idempotency.Retention;
        await using var work = await database.WriteAsync(Guid.Empty, new Actor(MemberId: null, TokenId: null), cancellationToken);
#pragma warning disable RS0030 // Bulk writes go round the audit trail, in which these have no part.
        await work.Db.IdempotencyRecords.OfAllOrganizations().Where(r => r.CreatedAt <= expired).ExecuteDeleteAsync(cancellationToken);
#pragma warning restore RS0030
        await work.CommitAsync(cancellationToken);
    }
}
