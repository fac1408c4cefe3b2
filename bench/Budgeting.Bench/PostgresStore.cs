using System.Data.Common;
using System.Security.Cryptography;
using Budgeting.Core.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Budgeting.Bench;

/// <summary>A database of its own on the server that <see cref="Variable"/> names, whose user may make databases.</summary>
internal sealed class PostgresStore : BenchStore
{
    public const string Variable = "BUDGETING_BENCH_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    private readonly string _name = $"budgeting_bench_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
    private readonly string _connection;

    public PostgresStore()
    {
        OnServer($"CREATE DATABASE {_name}");
        _connection = new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ToString();
    }

    public static bool IsThere => Server is { Length: > 0 };

    public override string[] Options => ["--database", "postgres", "--connection", _connection];

    public override IServiceCollection AddTo(IServiceCollection services) => services.AddPostgresStorage(_connection);

    public override DbConnection OpenBare()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection) { Options = "-c budgeting.organization=all" }.ToString());
        connection.Open();
        return connection;
    }

    public override void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
