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
    public string Dump() => string.Join('\n', Tables().SelectMany(table => RowsOf(table!, "")));

    /// <summary>The same without what belongs to other organizations, which grows with every test that shares the database.</summary>
    public string DumpOf(Guid organizationId)
    {
        var its = $"WHERE {HexOf("organization_id")} = '{organizationId.ToString("N").ToUpperInvariant()}'";
        return string.Join('\n', Tables().SelectMany(table => RowsOf(table!, IsOfOrganizations(table!) ? its : "")));
    }

    public void Dispose()
    {
        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An expression for an id that nothing has.</summary>
    public abstract string NewId { get; }

    /// <summary>An expression for an id as 32 hexadecimal digits.</summary>
    public abstract string HexOf(string id);

    /// <summary>Has a trigger refuse every new row of a table with a code, until <see cref="Allow"/>.</summary>
    public abstract void Refuse(string table, string code);

    public abstract void Allow(string table);

    /// <summary>Takes a table's triggers out of the way.</summary>
    public abstract void Unprotect(string table);

    /// <summary>What the database refuses, which is left as it was.</summary>
    /// <param name="code">The code that a trigger raises, where one is to.</param>
    public void ShouldRefuse(string sql, params string[] code)
    {
        using var transaction = Connection.BeginTransaction();
        ShouldRefuseNow(sql, code);
    }

    /// <summary>The same in a transaction that is open already.</summary>
    public void ShouldRefuseNow(string sql, params string[] code)
    {
        var refusal = this.Invoking(s => s.Execute(sql)).Should().Throw<DbException>(sql).Which;
        IsRefusal(refusal).Should().BeTrue("“{0}” is no refusal: {1}", sql, refusal.Message);
        if (code.Length > 0)
        {
            refusal.Message.Should().ContainAny(code);
        }
    }

    /// <summary>Whether it is the data that are refused, rather than a statement that can't be understood.</summary>
    protected abstract bool IsRefusal(DbException failed);

    /// <summary>The columns of a table, in their order.</summary>
    public abstract IReadOnlyList<string> ColumnsOf(string table);

    protected abstract string Text(DbDataReader reader);

    protected abstract IReadOnlyList<string?> Tables();

    protected abstract IEnumerable<string> RowsOf(string table, string where);

    private bool IsOfOrganizations(string table)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE 1 = 0";
        using var reader = command.ExecuteReader();
        return Enumerable.Range(0, reader.FieldCount).Any(i => reader.GetName(i) == "organization_id");
    }
}
