using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>Has periods that were never closed follow the properties: their shares, and all that is allocated by them.</summary>
internal sealed class PeriodBasis(SharedCostsRepository repository, Currency currency, TimeProvider time)
{
    /// <summary>Every period that is to follow. Save the properties first.</summary>
    public async Task FollowPropertiesAsync(CancellationToken cancellationToken)
    {
        foreach (var period in (await repository.PeriodsAsync(cancellationToken)).Where(p => !p.Frozen))
        {
            await FollowPropertiesAsync(period, cancellationToken);
        }
    }

    /// <summary>One period, whether it was closed before or not.</summary>
    public async Task FollowPropertiesAsync(ServicePeriod period, CancellationToken cancellationToken)
    {
        var shares = PeriodShares.Of(
            period,
            await repository.AllPropertiesAsync(cancellationToken),
            await repository.AllOwnershipsAsync(cancellationToken),
            () => Guid.CreateVersion7(time.GetUtcNow()));
        if (!PeriodShares.AreSame(shares, await repository.SharesAsync(period.Id, cancellationToken)))
        {
            await repository.ReplaceSharesAsync(period.Id, shares, cancellationToken);
            await new AllocationWriter(repository, currency, time).RewriteAsync(period.Id, cancellationToken);
        }
    }

    /// <summary>Takes a property away that nothing is shared with.</summary>
    public Task ForgetAsync(Guid propertyId, CancellationToken cancellationToken) => repository.DeleteSharesOfAsync(propertyId, cancellationToken);
}
