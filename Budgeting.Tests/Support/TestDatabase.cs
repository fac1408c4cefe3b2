using System.Security.Cryptography;
using Budgeting.Core.Storage.Postgres;
using Budgeting.Web;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Budgeting.Tests.Support;

/// <summary>A database of its own on the run's PostgreSQL server.</summary>
public sealed class TestDatabase : TestStore
{
    private static readonly Lazy<TestDatabase> Template = new(() =>
    {
        var template = new TestDatabase(template: null);
        Open(template);
        template.Close();
        return template;
    });

    private readonly string _name = $"budgeting_{RandomNumberGenerator.GetHexString(12, lowercase: true)}";

    private TestDatabase(string? template)
    {
        OnServer(template is null ? $"CREATE DATABASE {_name}" : $"CREATE DATABASE {_name} TEMPLATE {template} STRATEGY FILE_COPY");
        ConnectionString = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = _name, Pooling = true, MaxPoolSize = 20 }.ToString();
    }

    public string ConnectionString { get; }

    public static TestDatabase Empty() => new(template: null);

    public static TestDatabase WithSchema() => new(Template.Value._name);

    public override void AddTo(IServiceCollection services) => services.AddPostgresStorage(ConnectionString);

    public override WebAppOptions In(WebAppOptions options) => options with { Database = "postgres", Connection = ConnectionString };

    public override SqlShell Shell() => new PostgresShell(ConnectionString);

    public override void Dispose()
    {
        Close();
        OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private void Close()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
