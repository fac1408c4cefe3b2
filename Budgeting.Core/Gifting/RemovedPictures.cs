namespace Budgeting.Core.Gifting;

/// <summary>
/// Pictures that were taken away or replaced a while ago, so that undoing brings them back too. They are kept in memory: the audit
/// trail has the hash of a picture, never its bytes.
/// </summary>
public sealed class RemovedPictures(TimeProvider time)
{
    private const int Most = 64;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly List<Kept> _kept = [];

    /// <summary>Call before a gift loses the picture that it has. A write that is rolled back does no harm.</summary>
    internal async Task KeepAsync(GiftingRepository repository, Gift gift, CancellationToken cancellationToken)
    {
        if (gift.Picture is not { } hash || await repository.PictureAsync(gift.Id, cancellationToken) is not { } picture)
        {
            return;
        }

        lock (_lock)
        {
            _kept.RemoveAll(k => (k.OrganizationId, k.Hash) == (gift.OrganizationId, hash) || k.Until <= time.GetUtcNow());
            _kept.RemoveRange(0, Math.Max(0, _kept.Count - Most + 1));
            _kept.Add(new Kept(gift.OrganizationId, hash, picture.Bytes, time.GetUtcNow() + Lifetime));
        }
    }

    /// <summary>The picture with the hash, if it is still kept.</summary>
    internal PictureInput? Find(Guid organizationId, string hash)
    {
        lock (_lock)
        {
            return _kept.Find(k => (k.OrganizationId, k.Hash) == (organizationId, hash) && k.Until > time.GetUtcNow()) is { } kept
                ? PictureInput.Of(kept.Bytes)
                : null;
        }
    }

    private sealed record Kept(Guid OrganizationId, string Hash, byte[] Bytes, DateTimeOffset Until);
}
