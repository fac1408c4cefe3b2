using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.LinkPreviews;

/// <summary>Keeps members from using the server to knock at other people's.</summary>
internal sealed class LinkPreviewLimits(IOptions<LinkPreviewOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _perMember = PartitionedRateLimiter.Create<Guid, Guid>(member =>
        RateLimitPartition.GetSlidingWindowLimiter(member, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.PerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    private readonly ConcurrencyLimiter _atOnce = new(new ConcurrencyLimiterOptions { PermitLimit = options.Value.AtOnce, QueueLimit = 5 * options.Value.AtOnce });

    /// <exception cref="LinkPreviewException">The member had too many read in this minute.</exception>
    public void Count(Guid? member)
    {
        using var lease = _perMember.AttemptAcquire(member ?? Guid.Empty);
        if (!lease.IsAcquired)
        {
            throw LinkPreviewException.TooMany();
        }
    }

    /// <summary>Waits for one's turn, which lasts until the answer is disposed.</summary>
    /// <exception cref="LinkPreviewException">Too many wait already.</exception>
    public async Task<IDisposable> WaitAsync(CancellationToken cancellationToken)
    {
        var lease = await _atOnce.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? lease : throw LinkPreviewException.TooMany();
    }

    public void Dispose()
    {
        _perMember.Dispose();
        _atOnce.Dispose();
    }
}
