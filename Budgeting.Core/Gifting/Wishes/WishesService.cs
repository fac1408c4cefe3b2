using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>
/// What a member wishes for themselves. Each wish puts a gift on the list that everybody else sees and acts on; the one who wishes
/// sees the wish alone, which nobody else can change. A gift that somebody has taken on stays when its wish is taken back, and is marked
/// for them as no longer wished for.
/// </summary>
public sealed class WishesService(UnitOfWorkFactory units, CurrentMember current, RemovedPictures pictures, TimeProvider time)
    : RecordService<WishInput, WishDto>(units, Role.Member)
{
    private protected override async ValueTask<IRecords<WishInput, WishDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        await WishRecords.OpenAsync(work, current, pictures, time, cancellationToken);
}
