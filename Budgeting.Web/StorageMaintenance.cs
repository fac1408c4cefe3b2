using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Web;

/// <summary>What goes on in the background as long as the server runs.</summary>
internal sealed class StorageMaintenance(ExternalChanges changes, IdempotencyPurge purge, TokenUses uses) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(changes.WatchAsync(stoppingToken), purge.RunAsync(stoppingToken), uses.RunAsync(stoppingToken));
}
