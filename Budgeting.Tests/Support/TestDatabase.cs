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
        OnServer($"CREATE DATABASE {_name} OWNER {PostgresRoles.Owner}{(template is null ? "" : $" TEMPLATE {template} STRATEGY FILE_COPY")}");
        ConnectionString = PostgresRoles.ConnectionOf(PostgresRoles.App, _name);
        OwnerConnectionString = PostgresRoles.ConnectionOf(PostgresRoles.Owner, _name);
    }

    /// <summary>The app's, which may read and write rows.</summary>
    public string ConnectionString { get; }

    public string OwnerConnectionString { get; }

    public static TestDatabase Empty() => new(template: null);

    public static TestDatabase WithSchema() => new(Template.Value._name);

    public override void AddTo(IServiceCollection services) => services.AddPostgresStorage(ConnectionString, OwnerConnectionString);

    public override WebAppOptions In(WebAppOptions options) => options with { Database = "postgres", Connection = ConnectionString, OwnerConnection = OwnerConnectionString };

    public override string[] Arguments => ["--database", "postgres", "--connection", ConnectionString, "--owner-connection", OwnerConnectionString];

    public override SqlShell Shell() => new PostgresShell(OwnerConnectionString);

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

    private static void OnServer(string sql) => PostgresRoles.OnServer(sql);
}
