using Microsoft.Data.Sqlite;

namespace Budgeting.Tests.Support;

/// <summary>The database file as somebody with an SQL shell has it: none of the program's code is in the way.</summary>
public sealed class SqlShell : IDisposable
{
    private readonly SqliteConnection _connection;

    public SqlShell(string databaseFile, bool recursiveTriggers = true)
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

    public SqlShell(TestFolder folder, bool recursiveTriggers = true)
        : this(folder.Data.DatabaseFile, recursiveTriggers)
    {
    }

    public SqliteConnection Connection => _connection;

    public int Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string?> Column(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string?>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
        }

        return values;
    }

    public string? Value(string sql) => Column(sql).SingleOrDefault();

    /// <summary>Every row of every table but the engine's own, as text: two equal dumps are two equal databases.</summary>
    public string Dump() => string.Join('\n', Tables().SelectMany(RowsOf));

    public void Dispose() => _connection.Dispose();

    private IReadOnlyList<string?> Tables() => Column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");

    private IReadOnlyList<string> RowsOf(string? table)
    {
        var columns = Column($"SELECT name FROM pragma_table_xinfo('{table}')");
        return Column($"SELECT {string.Join(" || '|' || ", columns.Select(c => $"quote({c})"))} FROM {table} ORDER BY rowid")
            .Select(row => $"{table}: {row}")
            .ToList();
    }
}
