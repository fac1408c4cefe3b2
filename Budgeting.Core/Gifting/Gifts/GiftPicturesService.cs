using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>What gifts look like.</summary>
public sealed class GiftPicturesService(UnitOfWorkFactory units, CurrentMember current, RemovedPictures pictures, TimeProvider time)
{
    /// <exception cref="NotFoundException">No such gift here, or it has no picture.</exception>
    public async Task<PictureDto> GetAsync(Guid giftId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new GiftingRepository(work).PictureDtoAsync(giftId, cancellationToken) ?? throw new NotFoundException("picture");
    }

    /// <summary>Keeps the picture with the gift, in place of the one that it has, or takes that away.</summary>
    /// <param name="giftId">Which.</param>
    /// <param name="picture">The picture, or <see cref="PictureInput.None"/>.</param>
    /// <param name="version">The gift's version that the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such gift here.</exception>
    /// <exception cref="StaleException">The gift was changed meanwhile.</exception>
    public async Task<GiftDto> SetAsync(Guid giftId, PictureInput picture, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var records = await GiftRecords.OpenAsync(work, current, pictures, time, cancellationToken);
        return await work.CommitAsync(await records.SetPictureAsync(giftId, picture, version, cancellationToken), cancellationToken);
    }
}
