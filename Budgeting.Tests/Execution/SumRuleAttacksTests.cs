using Budgeting.Tests.Support;
using Npgsql;

namespace Budgeting.Tests.Execution;

/// <summary>
/// Whoever writes with an SQL shell: the sum rules hold at all levels, whatever statement is tried and whatever the session switched off
/// before. Each parent has room for 100, of which a live child uses 60; another child of 60 is cancelled or void.
/// </summary>
public sealed partial class SumRuleAttacksTests : IAsyncLifetime
{
    private const int Parent = 101;
    private const int Small = 102;
    private const int Live = 201;
    private const int Dead = 202;
    private const int Fresh = 301;

    private TestWorld _world = null!;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (level, session) in Levels.Keys.SelectMany(l => (TestStore.IsPostgres ? PostgresSessions : SqliteSessions).Select(s => (l, s))))
            {
                cases.Add(level, session);
            }

            return cases;
        }
    }

    private static readonly string[] SqliteSessions = ["as it comes", "PRAGMA recursive_triggers = ON", "PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", "PRAGMA defer_foreign_keys = ON"];
    private static readonly string[] PostgresSessions = ["the app", "the owner", "the owner as a replica", "a superuser as a replica"];

    private static readonly Dictionary<string, Level> Levels = new(StringComparer.Ordinal)
    {
        ["allotments"] = new(
            "allotments", "program_budgets", "program_budget_id", "approved_amount", "allotment.exceeds-budget",
            (rows, id, limit) => rows.Budget(id, $"{limit}"),
            (rows, children) => rows.Allotments([.. children.Select(c => (c.Id, c.Parent, c.Amount, c.IsLive ? 1 : 2))]), Dead: 2),
        ["obligations"] = new(
            "obligations", "allotments", "allotment_id", "amount", "obligation.exceeds-allotment",
            (rows, id, limit) => $"{rows.Budget(id + 10, $"{limit}")}; {rows.Allotments((id, id + 10, $"{limit}", 1))}",
            (rows, children) => rows.Obligations([.. children.Select(c => (c.Id, c.Parent, c.Amount, c.IsLive ? 0 : 3, "NULL"))]), Dead: 3),
        ["disbursements"] = new(
            "disbursements", "obligations", "obligation_id", "amount", "disbursement.exceeds-obligation",
            (rows, id, limit) => $"{rows.Budget(id + 10, $"{limit}")}; {rows.Allotments((id + 20, id + 10, $"{limit}", 1))}; {rows.Obligations((id, id + 20, $"{limit}", 1, "NULL"))}",
            (rows, children) => rows.Disbursements([.. children.Select(c => (c.Id, c.Parent, c.Amount, c.IsLive ? 0 : 1))]), Dead: 1),
        ["work_items"] = new(
            "work_items", "obligations", "obligation_id", "amount", "work-items.exceed-obligation",
            (rows, id, limit) => $"{rows.Budget(id + 10, $"{limit}")}; {rows.Allotments((id + 20, id + 10, $"{limit}", 1))}; {rows.Obligations((id, id + 20, $"{limit}", 1, "NULL"))}",
            (rows, children) => rows.WorkItems([.. children.Where(c => c.IsLive).Select(c => (c.Id, c.Parent, c.Amount, 0))]), Dead: null),
    };

    public async Task InitializeAsync() => _world = await TestWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public void NoStatement_TakesASumOverItsLimit(string name, string session)
    {
        var level = Levels[name];
        using (var owner = _world.Shell())
        {
            Prepare(new BudgetRows(owner), level);
        }

        using var shell = Open(session);
        var rows = new BudgetRows(shell);
        rows.Broken().Should().BeEmpty();

        foreach (var (sql, code) in Refused(rows, level))
        {
            shell.ShouldRefuse(sql, code);
        }

        // What fits still does.
        shell.Execute(level.Insert(rows, [(Fresh + 50, Parent, "40", true)]));
        foreach (var sql in Tried(rows, level))
        {
            rows.Try(sql);
            rows.Broken().Should().BeEmpty("of “{0}”", sql);
        }

    }

    [PostgresTheory]
    [InlineData("allotments")]
    [InlineData("obligations")]
    [InlineData("disbursements")]
    [InlineData("work_items")]
    public void TablesOfTheSession_AreNoneThatATriggerLooksAt(string name)
    {
        var level = Levels[name];
        using (var owner = _world.Shell())
        {
            Prepare(new BudgetRows(owner), level);
        }

        using var shell = Open("the app");
        shell.Execute($"CREATE TEMP TABLE {level.ParentTable} AS SELECT * FROM public.{level.ParentTable}; UPDATE pg_temp.{level.ParentTable} SET {level.Limit} = 1000");

        var sql = level.Insert(new BudgetRows(shell), [(Fresh, Parent, "41", true)]);
        shell.ShouldRefuse(sql.Replace($"INTO {level.Table}", $"INTO public.{level.Table}", StringComparison.Ordinal), level.Code);
    }

    [PostgresTheory]
    [InlineData("allotments")]
    [InlineData("obligations")]
    [InlineData("disbursements")]
    [InlineData("work_items")]
    public void Copy_TakesNoSumOverItsLimit(string name)
    {
        var level = Levels[name];
        using (var owner = _world.Shell())
        {
            Prepare(new BudgetRows(owner), level);
        }

        using var shell = Open("a superuser as a replica");
        var columns = string.Join(", ", shell.Column($"SELECT column_name FROM information_schema.columns WHERE table_name = '{level.Table}' AND is_generated = 'NEVER' ORDER BY ordinal_position"));
        shell.Execute($"CREATE TEMP TABLE line AS SELECT {columns} FROM {level.Table} WHERE id = {new BudgetRows(shell).Id(Live)}; UPDATE line SET id = gen_random_uuid()");
        shell.Execute(level.Table switch { "allotments" => "UPDATE line SET number = 9", "obligations" => "UPDATE line SET reference_no = 'Other'", _ => "SELECT 1" });
        using var lines = ((NpgsqlConnection)shell.Connection).BeginTextExport("COPY line TO STDOUT");
        var text = lines.ReadToEnd();
        lines.Dispose();

        var copying = () =>
        {
            using var import = ((NpgsqlConnection)shell.Connection).BeginTextImport($"COPY {level.Table} ({columns}) FROM STDIN");
            import.Write(text);
        };

        copying.Should().Throw<PostgresException>().Which.MessageText.Should().Be(level.Code);
    }

    private static void Prepare(BudgetRows rows, Level level)
    {
        rows.Prepare();
        rows.Shell.Execute(level.AddParent(rows, Parent, 100));
        rows.Shell.Execute(level.AddParent(rows, Small, 50));
        rows.Shell.Execute(level.Insert(rows, [(Live, Parent, "60", true), (Dead, Parent, "60", false)]));
    }

    // What must be refused by the rule's own code.
    private static IEnumerable<(string Sql, string Code)> Refused(BudgetRows rows, Level level)
    {
        var (child, parent) = (rows.Id(Live), rows.Id(Parent));
        var amount = level.Dead is null ? "unit_cost" : "amount";
        yield return (level.Insert(rows, [(Fresh, Parent, "41", true)]), level.Code);
        yield return (level.Insert(rows, [(Fresh, Parent, "20", true), (Fresh + 1, Parent, "20", true), (Fresh + 2, Parent, "1", true)]), level.Code);
        yield return ($"UPDATE {level.Table} SET {amount} = 101 WHERE id = {child}", level.Code);
        yield return ($"UPDATE {level.Table} SET {level.ParentColumn} = {rows.Id(Small)} WHERE id = {child}", level.Code);
        yield return ($"UPDATE {level.ParentTable} SET {level.Limit} = 59 WHERE id = {parent}", level.Code);
        yield return ($"UPDATE {level.Table} SET id = {rows.Id(Fresh)} WHERE id = {child}", "row.fixed");
        yield return ($"UPDATE {level.Table} SET organization_id = {rows.Id(Fresh)} WHERE id = {child}", "row.fixed");
        yield return ($"UPDATE {level.ParentTable} SET id = {rows.Id(Fresh)} WHERE id = {parent}", "row.fixed");
        yield return ($"DELETE FROM {level.ParentTable} WHERE id = {parent}", "row.in-use");
        if (level.Dead is not null)
        {
            yield return ($"UPDATE {level.Table} SET status = {(level.Table == "disbursements" ? 0 : 1)} WHERE id = {rows.Id(Dead)}", level.Code);
        }

        if (level.ParentTable == "program_budgets")
        {
            yield return ($"UPDATE program_budgets SET approved_amount = NULL WHERE id = {parent}", level.Code);
        }

        if (level.ParentTable == "allotments")
        {
            yield return ($"UPDATE allotments SET status = 0 WHERE id = {parent}", level.Code);
            yield return ($"UPDATE allotments SET status = 2 WHERE id = {parent}", level.Code);
        }

        if (level.ParentTable == "obligations")
        {
            yield return ($"UPDATE obligations SET status = 3 WHERE id = {parent}", level.Code);
        }

        if (level.Table == "disbursements")
        {
            yield return ($"UPDATE obligations SET status = 0 WHERE id = {parent}", level.Code);
            yield return ($"UPDATE obligations SET status = 2, final_amount = 59 WHERE id = {parent}", level.Code);
        }

        if (rows.Shell is PostgresShell)
        {
            // The app's role has no right to it.
            if (rows.Shell.Value($"SELECT has_table_privilege(current_user, '{level.Table}', 'TRUNCATE')") == "True")
            {
                yield return ($"TRUNCATE {level.ParentTable} CASCADE", "row.in-use");
                yield return ($"TRUNCATE {level.Table} CASCADE", "row.in-use");
            }

            yield return ($"{level.Insert(rows, [(Live, Parent, "1", true)])} ON CONFLICT (id) DO UPDATE SET {amount} = 101", level.Code);
            yield return ($"UPDATE {level.ParentTable} SET {level.Total} = 0 WHERE id = {parent}", "row.fixed");
        }
    }

    // What may be refused or not: no sum is over its limit behind it.
    private static IEnumerable<string> Tried(BudgetRows rows, Level level)
    {
        var amount = level.Dead is null ? "unit_cost" : "amount";
        string[] forms = rows.Shell is SqliteShell ? ["INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT OR FAIL", "INSERT OR ABORT", "INSERT OR ROLLBACK", "REPLACE"] : ["INSERT"];
        foreach (var form in forms)
        {
            yield return level.Insert(rows, [(Fresh, Parent, "41", true)]).Replace("INSERT", form, StringComparison.Ordinal);
            yield return level.Insert(rows, [(Fresh, Parent, "20", true), (Fresh + 1, Parent, "20", true), (Fresh + 2, Parent, "21", true)]).Replace("INSERT", form, StringComparison.Ordinal);
            yield return level.Insert(rows, [(Live, Parent, "101", true)]).Replace("INSERT", form, StringComparison.Ordinal);
            yield return level.Insert(rows, [(Dead, Parent, "60", true)]).Replace("INSERT", form, StringComparison.Ordinal);
            yield return level.AddParent(rows, Parent, 59).Split("; ")[^1].Replace("INSERT", form, StringComparison.Ordinal);
            foreach (var value in new[] { "10.5", "NULL", "0", "-1", "-100", "'abc'", "'NaN'", "'10'", "1e300", "9223372036854775807" })
            {
                yield return level.Insert(rows, [(Fresh + 10, Parent, value, true)]).Replace("INSERT", form, StringComparison.Ordinal);
            }
        }

        foreach (var value in new[] { "10.5", "NULL", "0", "-1", "'abc'", "'NaN'", "1e300", "9223372036854775807", $"{amount} + 40.5", $"-{amount}" })
        {
            yield return $"UPDATE {level.Table} SET {amount} = {value} WHERE id = {rows.Id(Live)}";
            yield return $"UPDATE {level.ParentTable} SET {level.Limit} = {value.Replace(amount, level.Limit, StringComparison.Ordinal)} WHERE id = {rows.Id(Parent)}";
        }

        foreach (var status in new[] { "NULL", "-1", "9", "'x'", "0", "1", "2", "3" })
        {
            yield return level.Dead is null ? "SELECT 1" : $"UPDATE {level.Table} SET status = {status} WHERE id = {rows.Id(Dead)}";
            yield return level.ParentTable == "program_budgets" ? "SELECT 1" : $"UPDATE {level.ParentTable} SET status = {status} WHERE id = {rows.Id(Parent)}";
        }

        yield return $"UPDATE {level.Table} SET {level.ParentColumn} = NULL";
        yield return $"UPDATE {level.Table} SET {level.ParentColumn} = {rows.Id(999)}";
        yield return $"UPDATE {level.Table} SET proposal_id = {rows.Id(999)}";
        yield return level.Insert(rows, [(Fresh + 20, 999, "1", true)]);
        yield return $"DELETE FROM {level.ParentTable}";
        yield return $"{level.Insert(rows, [(Live, Parent, "1", true)])} ON CONFLICT (id) DO UPDATE SET {amount} = 101";
        yield return $"{level.Insert(rows, [(Live, Small, "1", true)])} ON CONFLICT (id) DO UPDATE SET {level.ParentColumn} = excluded.{level.ParentColumn}";
        if (rows.Shell is SqliteShell)
        {
            yield return $"UPDATE OR REPLACE {level.Table} SET {amount} = 101 WHERE id = {rows.Id(Live)}";
            yield return $"UPDATE OR IGNORE {level.Table} SET {amount} = 101 WHERE id = {rows.Id(Live)}";
            yield return $"UPDATE OR IGNORE {level.ParentTable} SET {level.Limit} = 59 WHERE id = {rows.Id(Parent)}";
            yield return $"UPDATE OR REPLACE {level.ParentTable} SET id = {rows.Id(Small)} WHERE id = {rows.Id(Parent)}";
            yield return $"UPDATE OR REPLACE {level.Table} SET rowid = (SELECT rowid FROM {level.Table} WHERE id = {rows.Id(Dead)}) WHERE id = {rows.Id(Live)}";
        }
    }

    private SqlShell Open(string session)
    {
        if (!TestStore.IsPostgres)
        {
            var sqlite = new SqliteShell(_world.Folder, recursiveTriggers: false);
            if (session.StartsWith("PRAGMA", StringComparison.Ordinal))
            {
                sqlite.Execute(session);
            }

            return sqlite;
        }

        var database = (TestDatabase)_world.Store;
        var shell = new PostgresShell(
            session.StartsWith("the app", StringComparison.Ordinal) ? database.ConnectionString
            : session.StartsWith("a superuser", StringComparison.Ordinal)
                ? new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database }.ToString()
            : database.OwnerConnectionString);
        if (session.EndsWith("a replica", StringComparison.Ordinal))
        {
            shell.Execute("SET session_replication_role = replica");
        }

        return shell;
    }

    /// <summary>One rule: children of a table, and what limits them.</summary>
    /// <param name="Dead">The status that gives money back; <c>null</c>: there is none.</param>
    private sealed record Level(
        string Table, string ParentTable, string ParentColumn, string Limit, string Code,
        Func<BudgetRows, int, int, string> AddParent, Func<BudgetRows, (int Id, int Parent, string Amount, bool IsLive)[], string> Insert, int? Dead)
    {
        /// <summary>Where PostgreSQL keeps what is used of a parent.</summary>
        public string Total => Table switch { "allotments" => "allotted", "obligations" => "obligated", "disbursements" => "disbursed", _ => "delivered" };
    }
}
