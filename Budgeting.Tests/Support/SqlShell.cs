using System.Data.Common;

namespace Budgeting.Tests.Support;

/// <summary>The database as somebody with an SQL shell has it: none of the program's code is in the way.</summary>
public abstract class SqlShell : IDisposable
{
    public abstract DbConnection Connection { get; }

    public int Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string?> Column(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string?>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? null : Text(reader));
        }

        return values;
    }

    public string? Value(string sql) => Column(sql).SingleOrDefault();

    /// <summary>Every row of every table but the engine's own, as text: two equal dumps are two equal databases.</summary>
    public string Dump() => string.Join('\n', Tables().SelectMany(RowsOf));

    public void Dispose() => Connection.Dispose();

    /// <summary>The columns of a table, in their order.</summary>
    public abstract IReadOnlyList<string> ColumnsOf(string table);

    protected abstract string Text(DbDataReader reader);

    protected abstract IReadOnlyList<string?> Tables();

    protected abstract IEnumerable<string> RowsOf(string? table);
}
