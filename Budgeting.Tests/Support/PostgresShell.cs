using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Budgeting.Tests.Support;

/// <summary>A shell on a PostgreSQL database.</summary>
public sealed class PostgresShell : SqlShell
{
    private readonly NpgsqlConnection _connection;

    public PostgresShell(string connectionString)
    {
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
    }

    public override DbConnection Connection => _connection;

    public override IReadOnlyList<string> ColumnsOf(string table) =>
        [.. Column($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position").OfType<string>()];

    protected override string Text(DbDataReader reader) => Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!;

    protected override IReadOnlyList<string?> Tables() => Column("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");

    protected override IEnumerable<string> RowsOf(string? table) => Column($"SELECT r::text FROM \"{table}\" r ORDER BY 1").Select(row => $"{table}: {row}");
}
