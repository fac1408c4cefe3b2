using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Budgeting.Tests.Support;

/// <summary>A shell on a PostgreSQL database: of its owner, who has all organizations in sight.</summary>
public sealed class PostgresShell : SqlShell
{
    private readonly NpgsqlConnection _connection;

    public PostgresShell(string connectionString)
    {
        _connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c budgeting.organization=all", Pooling = false }.ToString());
        _connection.Open();
    }

    public override DbConnection Connection => _connection;

    public override string NewId => "gen_random_uuid()";

    public override string HexOf(string id) => $"upper(replace({id}::text, '-', ''))";

    public override void Refuse(string table, string code) => Execute($"""
        CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{code}'; END $$;
        CREATE TRIGGER planted BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION planted();
        """);

    public override void Allow(string table) => Execute($"DROP TRIGGER planted ON {table}; DROP FUNCTION planted");

    public override void Unprotect(string table) => Execute($"ALTER TABLE {table} DISABLE TRIGGER USER");

    public override IReadOnlyList<string> ColumnsOf(string table) =>
        [.. Column($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position").OfType<string>()];

    // Of the classes “data exception” and “integrity constraint violation”, by a trigger, a view, or a generated column.
    protected override bool IsRefusal(DbException failed) =>
        failed.SqlState is { } state && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) || state is "P0001" or "428C9" or "42804");

    protected override string Text(DbDataReader reader) => Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!;

    protected override IReadOnlyList<string?> Tables() => Column("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");

    protected override IEnumerable<string> RowsOf(string table, string where) =>
        Column($"SELECT r::text FROM \"{table}\" r {where} ORDER BY 1").Select(row => $"{table}: {row}");
}
