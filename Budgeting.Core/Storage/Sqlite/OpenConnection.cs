using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>
/// A connection that is closed only when it is disposed: one that is opened anew knows no statement any more, and the engine takes
/// longer to compile an insert with its triggers than to run it.
/// </summary>
internal sealed class OpenConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly PreparedCommands _prepared = new();
    private bool _isDisposed;

    // What a connection string can't say: an answered commit survives a power cut, whatever the engine's default is; and how names are sorted.
    public override void Open()
    {
        base.Open();
        using var command = CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        CreateCollation(Names.Collation, static (a, b) => CultureInfo.InvariantCulture.CompareInfo.Compare(a, b));
    }

    public override void Close()
    {
        if (_isDisposed)
        {
            base.Close();
        }
    }

    /// <summary>The command to run in place of one that was just made, and to dispose when it is done.</summary>
    public SqliteCommand Prepared(SqliteCommand command) => _prepared.InsteadOf(command);

    /// <summary>A command to run and to dispose.</summary>
    /// <param name="text">One statement.</param>
    /// <param name="values">How many it has: <c>@p0</c> and so on.</param>
    public SqliteCommand Prepared(string text, int values)
    {
        var command = CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        }

        return Prepared(command);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isDisposed = true;
            _prepared.Forget();
        }

        base.Dispose(disposing);
    }
}
