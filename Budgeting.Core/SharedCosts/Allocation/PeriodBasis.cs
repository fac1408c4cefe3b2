using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>Has periods that were never closed follow the properties: their shares, and all that is allocated by them.</summary>
internal sealed class PeriodBasis(SharedCostsRepository repository, Currency currency, TimeProvider time)
{
    /// <summary>Every period that is to follow. Save the properties first.</summary>
    /// <inheritdoc cref="FollowPropertiesAsync(Period, CancellationToken)"/>
    public async Task FollowPropertiesAsync(CancellationToken cancellationToken)
    {
        foreach (var period in (await repository.PeriodChainAsync(cancellationToken)).InOrder.Where(p => !p.Frozen))
        {
            await FollowPropertiesAsync(period, cancellationToken);
        }
    }

    /// <summary>One period, whether it was closed before or not.</summary>
    /// <exception cref="ConflictException">A property that was read in it would have no part any more: <c>reading.without-part</c>.</exception>
    public async Task FollowPropertiesAsync(Period period, CancellationToken cancellationToken)
    {
        var shares = PeriodShares.Of(
            period,
            await repository.AllPropertiesAsync(cancellationToken),
            await repository.AllOwnershipsAsync(cancellationToken),
            () => Guid.CreateVersion7(time.GetUtcNow()));
        if (!PeriodShares.AreSame(shares, await repository.SharesAsync(period.Id, cancellationToken)))
        {
            await repository.ReplaceSharesAsync(period.Id, shares, cancellationToken);
            if (await repository.ReadWithoutPartAsync(period.Id, cancellationToken) is { } property)
            {
                throw new ConflictException(
                    "reading.without-part", $"{property} was read for {period.Name}, and would belong to nobody on its days then. Delete those readings first.");
            }

            await new AllocationWriter(repository, currency, time).RewriteAsync(period.Id, cancellationToken);
        }
    }

    /// <summary>Takes a property away that nothing is shared with.</summary>
    public Task ForgetAsync(Guid propertyId, CancellationToken cancellationToken) => repository.DeleteSharesOfAsync(propertyId, cancellationToken);
}
