using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Budgeting.Core.Storage;

internal static class StorageWarnings
{
    public static DbContextOptionsBuilder UseStorageWarnings(this DbContextOptionsBuilder options) => options
        // A row and the filtered parent it points to are always of the same organization.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning))
        // What fails is told where it is handled, once.
        .ConfigureWarnings(w => w.Ignore(CoreEventId.SaveChangesFailed, RelationalEventId.CommandError, RelationalEventId.TransactionError));
}
