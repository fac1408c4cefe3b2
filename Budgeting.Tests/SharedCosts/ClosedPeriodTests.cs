using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What the file itself refuses of a closed period, whoever writes.</summary>
public sealed class ClosedPeriodTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public static TheoryData<string> Tables { get; } =
    [
        "contributions", "expenses", "receipts", "budget_items", "readings", "charges", "allocation_lines", "period_shares",
        "opening_balances", "closing_balances",
    ];

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        var filled = await FilledCosts.CreateAsync(await _world.OrganizationAsync());
        await filled.Costs.CloseAsync(filled.Open, confirm: true);
        await filled.Costs.ReopenAsync(filled.Closed);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    [MemberData(nameof(Tables))]
    public void AnyWrite_OfARowInAClosedPeriod_IsRefused(string table)
    {
        foreach (var recursive in new[] { true, false })
        {
            using var shell = new SqliteShell(_world.Folder, recursive);
            const string Open = "(SELECT id FROM periods WHERE status = 0 LIMIT 1)";
            const string Closed = "period_id IN (SELECT id FROM periods WHERE status = 1)";
            var (copy, columns) = ($"SELECT * FROM {table} WHERE {Closed} LIMIT 1", Columns(shell, table));
            shell.Value($"SELECT count(*) > 0 FROM {table} WHERE {Closed}").Should().Be("1", "{0} has rows to try", table);

            Refuses(shell, $"UPDATE {table} SET rowid = rowid WHERE {Closed}");
            Refuses(shell, $"UPDATE OR IGNORE {table} SET id = randomblob(16) WHERE {Closed}");
            Refuses(shell, $"DELETE FROM {table} WHERE {Closed}");
            Refuses(shell, $"INSERT OR REPLACE INTO {table} {copy}");
            Refuses(shell, $"INSERT OR IGNORE INTO {table} {copy}");
            Refuses(shell, $"INSERT INTO {table} ({columns}) SELECT {With(columns, "id", "randomblob(16)")} FROM ({copy})");

            // Out of it, into it, and in place of one of its rows.
            Refuses(shell, $"UPDATE {table} SET period_id = {Open} WHERE {Closed}");
            Refuses(shell, $"INSERT OR REPLACE INTO {table} ({columns}) SELECT {With(columns, "period_id", Open)} FROM ({copy})");
        }
    }

    [Theory]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    [InlineData("UPDATE periods SET name = 'x' WHERE status = 1", "period.closed")]
    [InlineData("UPDATE periods SET end_date = '2026-12-31' WHERE status = 1", "period.closed")]
    [InlineData("UPDATE periods SET frozen = 0 WHERE status = 1", "period.closed")]
    [InlineData("UPDATE periods SET id = randomblob(16) WHERE status = 1", "period.closed")]
    [InlineData("DELETE FROM periods WHERE status = 1", "period.closed")]
    [InlineData("INSERT OR REPLACE INTO periods SELECT * FROM periods WHERE status = 1", "row.exists")]
    [InlineData("UPDATE statements SET content = '{}'", "statement.issued")]
    [InlineData("DELETE FROM statements", "statement.issued")]
    [InlineData("INSERT OR REPLACE INTO statements SELECT * FROM statements", "statement.issued")]
    public void APeriodItself_AndItsStatements_StayAsTheyAre(string sql, string code)
    {
        using var shell = new SqliteShell(_world.Folder, recursiveTriggers: false);

        Refuses(shell, sql, code);
    }

    [Theory]
    [InlineData("contributions", "amount", "0")]
    [InlineData("contributions", "amount", "-5")]
    [InlineData("contributions", "amount", "'five'")]
    [InlineData("expenses", "amount", "0")]
    [InlineData("expenses", "amount", "NULL")]
    [InlineData("charges", "amount", "0")]
    [InlineData("budget_items", "budgeted_cost", "-1")]
    [InlineData("budget_items", "strategy", "4")]
    [InlineData("readings", "end_reading", "start_reading - 1")]
    [InlineData("allocation_lines", "adjustment", "2")]
    [InlineData("closing_balances", "balance", "balance + 1")]
    [InlineData("period_shares", "days", "0")]
    [InlineData("contributions", "owner_id", "new-id")]
    public void Update_ToWhatTheColumnIsNot_IsRefused(string table, string column, string value)
    {
        using var shell = _world.Shell();
        using var transaction = shell.Connection.BeginTransaction();
        shell.Execute("UPDATE periods SET status = 0");

        shell.ShouldRefuseNow($"UPDATE {table} SET {column} = {value.Replace("new-id", shell.NewId, StringComparison.Ordinal)}");
    }

    /// <summary>PostgreSQL makes whole numbers of them, for which the same rules hold.</summary>
    [Theory]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    [InlineData("contributions", "amount", "0.5")]
    [InlineData("allocation_lines", "amount", "0.5")]
    public void Update_ToAPartOfAMillionth_IsRefused(string table, string column, string value) => Update_ToWhatTheColumnIsNot_IsRefused(table, column, value);

    [Fact]
    public void NoPeriod_IsLeftMarkedForRecomputing()
    {
        using var shell = _world.Shell();

        shell.Value("SELECT count(*) FROM periods WHERE recomputing").Should().Be("0");
    }

    private static void Refuses(SqlShell shell, string sql, string? code = null) => shell.ShouldRefuse(sql, code is null ? ["period.closed", "row.exists"] : [code]);

    private static string Columns(SqlShell shell, string table) => string.Join(", ", shell.ColumnsOf(table));

    private static string With(string columns, string column, string value) => string.Join(", ", columns.Split(", ").Select(c => c == column ? value : c));
}
