using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Gifting;

/// <summary>Pictures that were taken away or replaced a while ago, so that undoing brings them back too.</summary>
public sealed class RemovedPictures(TimeProvider time)
{
    private readonly RemovedFiles _files = new(time);

    /// <summary>Call before a gift loses the picture that it has. A write that is rolled back does no harm.</summary>
    internal async Task KeepAsync(GiftingRepository repository, Gift gift, CancellationToken cancellationToken)
    {
        if (gift.Picture is { } hash && await repository.PictureAsync(gift.Id, cancellationToken) is { } picture)
        {
            _files.Keep(gift.OrganizationId, hash, picture.Bytes);
        }
    }

    /// <summary>The picture with the hash, if it is still kept.</summary>
    internal PictureInput? Find(Guid organizationId, string hash) =>
        _files.Find(organizationId, hash) is { } kept ? PictureInput.Of(kept.Bytes) : null;
}
