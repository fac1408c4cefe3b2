using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Budgeting.Tests.Support;

/// <summary>A shell on an SQLite file.</summary>
public sealed class SqliteShell : SqlShell
{
    private readonly SqliteConnection _connection;

    public SqliteShell(string databaseFile, bool recursiveTriggers = true)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = databaseFile,
            ForeignKeys = true,
            RecursiveTriggers = recursiveTriggers,
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    public SqliteShell(TestFolder folder, bool recursiveTriggers = true)
        : this(folder.Data.DatabaseFile, recursiveTriggers)
    {
    }

    public override DbConnection Connection => _connection;

    public override string NewId => "randomblob(16)";

    public override string HexOf(string id) => $"hex({id})";

    public override void Refuse(string table, string code) =>
        Execute($"CREATE TRIGGER planted BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, '{code}'); END");

    public override void Allow(string table) => Execute("DROP TRIGGER planted");

    public override void Unprotect(string table) =>
        Column($"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'").ToList().ForEach(name => Execute($"DROP TRIGGER {name}"));

    public override IReadOnlyList<string> ColumnsOf(string table) => [.. Column($"SELECT name FROM pragma_table_info('{table}')").OfType<string>()];

    protected override bool IsRefusal(DbException failed) => failed is SqliteException { SqliteErrorCode: 19 };

    protected override string Text(DbDataReader reader) => reader.GetString(0);

    protected override IReadOnlyList<string?> Tables() => Column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");

    protected override IEnumerable<string> RowsOf(string table, string where)
    {
        var columns = Column($"SELECT name FROM pragma_table_xinfo('{table}')");
        return Column($"SELECT {string.Join(" || '|' || ", columns.Select(c => $"quote({c})"))} FROM {table} {where} ORDER BY rowid")
            .Select(row => $"{table}: {row}");
    }
}
