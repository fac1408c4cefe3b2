using Budgeting.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Budgeting.Tests.Storage;

/// <summary>The audit trail against somebody with an SQL shell, whether or not it has SQLite's recursive triggers on.</summary>
[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class AppendOnlyTests(FilledWorld filled) : IClassFixture<FilledWorld>
{
    [Theory]
    [InlineData("UPDATE audit_entries SET after = '{}'", true)]
    [InlineData("UPDATE audit_entries SET after = '{}'", false)]
    [InlineData("UPDATE OR REPLACE audit_entries SET sequence = 2 WHERE sequence = 1", false)]
    [InlineData("UPDATE audit_entries SET hash = hash WHERE sequence = 1", true)]
    [InlineData("DELETE FROM audit_entries", true)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 1", false)]
    public void AStatementOnWhatIsThere_IsRefused(string sql, bool recursiveTriggers) => Refuses(recursiveTriggers, sql);

    [Theory]
    [InlineData("id = randomblob(16), position = 1000000", true)]
    [InlineData("id = randomblob(16), position = 1000000", false)]
    [InlineData("sequence = 1000, position = 1000000", true)]
    [InlineData("sequence = 1000, position = 1000000", false)]
    [InlineData("id = randomblob(16), sequence = 1000", true)]
    [InlineData("id = randomblob(16), sequence = 1000", false)]
    public void AnEntryInPlaceOfAnother_IsRefused(string whatIsNew, bool recursiveTriggers)
    {
        var columns = string.Join(", ", Columns());
        Refuses(
            recursiveTriggers,
            "CREATE TEMP TABLE forged AS SELECT rowid AS position, * FROM audit_entries WHERE sequence = 1",
            $"UPDATE forged SET {whatIsNew}",
            $"INSERT OR REPLACE INTO audit_entries (rowid, {columns}) SELECT position, {columns} FROM forged");
    }

    [Fact]
    public void AnUpsert_IsRefused()
    {
        var columns = string.Join(", ", Columns());
        Refuses(
            recursiveTriggers: false,
            $"INSERT INTO audit_entries ({columns}) SELECT {columns} FROM audit_entries WHERE true ON CONFLICT DO UPDATE SET after = '{{}}'");
    }

    private IReadOnlyList<string?> Columns()
    {
        using var shell = filled.World.Shell();
        return shell.Column("SELECT name FROM pragma_table_info('audit_entries')");
    }

    private void Refuses(bool recursiveTriggers, params string[] statements)
    {
        using var shell = new SqliteShell(filled.World.Folder, recursiveTriggers);
        var before = shell.Dump();
        foreach (var statement in statements[..^1])
        {
            shell.Execute(statement);
        }

        shell.Invoking(s => s.Execute(statements[^1])).Should().Throw<SqliteException>().WithMessage("*audit.append-only*");

        shell.Dump().Should().Be(before);
    }
}
