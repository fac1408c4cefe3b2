using Budgeting.Core.Storage.Postgres;
using Budgeting.Core.Storage.Sqlite;

namespace Budgeting.Core.Storage;

/// <summary>The engines that this program can store in.</summary>
internal static class Dialects
{
    private static readonly Dialect[] All = [SqliteDialect.Instance, PostgresDialect.Instance];

    /// <summary>What an engine's error means, whichever engine it is; <c>null</c>: it isn't one, or not one that is known.</summary>
    public static DatabaseError? ErrorOf(Exception failed) =>
        Chain(failed).SelectMany(f => All.Select(d => d.ErrorOf(f))).FirstOrDefault(e => e is not null);

    private static IEnumerable<Exception> Chain(Exception failed)
    {
        for (Exception? cause = failed; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
