using Budgeting.Core.Storage.Sqlite;

namespace Budgeting.Core.Storage;

/// <summary>The engines that this program can store in.</summary>
internal static class Dialects
{
    private static readonly Dialect[] All = [SqliteDialect.Instance];

    /// <summary>What an engine's error means, whichever engine it is; <c>null</c>: it isn't one, or not one that is known.</summary>
    public static DatabaseError? ErrorOf(Exception failed) =>
        All.Select(d => d.ErrorOf(failed.GetBaseException())).FirstOrDefault(e => e is not null);
}
