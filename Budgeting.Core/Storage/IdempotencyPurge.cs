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
        var expired = (time.GetUtcNow() - Idempotency.Retention).ToUnixTimeMilliseconds();
        await using var work = await database.WriteAsync(Guid.Empty, new Actor(MemberId: null, TokenId: null), cancellationToken);
        await work.Db.Database.ExecuteSqlAsync($"DELETE FROM idempotency_records WHERE created_at <= {expired}", cancellationToken);
        await work.CommitAsync(cancellationToken);
    }
}
