using System.Globalization;

namespace Budgeting.Tests.Support;

/// <summary>
/// Somebody at an SQL shell raises an amount and commits only when the program writes as well. On PostgreSQL its check has found room by then,
/// and the trigger has the last word. On SQLite there is one lock, with which a write begins before it looks: whether it waits for that or
/// comes later, its check sees what was taken, and a trigger can't be the one to refuse.
/// </summary>
internal static class UncommittedWrite
{
    /// <param name="shell">Opens a shell.</param>
    /// <param name="table">Of a row that <paramref name="amount"/> is too much for together with <paramref name="write"/>.</param>
    public static async Task<T> OfAsync<T>(Func<SqlShell> shell, string table, Guid id, decimal amount, Func<Task<T>> write)
    {
        using var rival = shell();
        await using var transaction = await rival.Connection.BeginTransactionAsync();
        var column = table == "work_items" ? "unit_cost" : "amount";
        rival.Execute(string.Create(
            CultureInfo.InvariantCulture, $"UPDATE {table} SET {column} = {(long)(amount * 1_000_000)} WHERE {rival.HexOf("id")} = '{id.ToString("N").ToUpperInvariant()}'"));

        var writing = Task.Run(write);
        if (TestStore.IsPostgres)
        {
            using var looker = shell();
            await Eventually.HoldsAsync(
                () => looker.Value("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()") == "1", "the program waits");
        }

        await transaction.CommitAsync();
        return await writing;
    }
}
