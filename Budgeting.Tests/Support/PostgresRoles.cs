using Npgsql;

namespace Budgeting.Tests.Support;

/// <summary>The roles that tests have on their server: the app's, and the owner's, who also stands for somebody with every right but a superuser's.</summary>
internal static class PostgresRoles
{
    public const string App = "budgeting_test_app";
    public const string Owner = "budgeting_test_owner";

    // Passwords of tests are no secrets.
    private const string Password = "budgeting";

    private static readonly Lazy<bool> Made = new(Make);

    public static string ConnectionOf(string role, string database) =>
        new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Username = role, Password = Password, Database = database, Pooling = true, MaxPoolSize = 20 }.ToString();

    /// <summary>Runs a statement as who may create databases and roles.</summary>
    public static void OnServer(string sql)
    {
        _ = Made.Value;
        Run(sql);
    }

    // The owner also does what tests of an attacker need: to switch triggers off as replication does, and to look at and end the app's sessions.
    private static bool Make()
    {
        foreach (var role in new[] { App, Owner })
        {
            Run($"DO $$ BEGIN CREATE ROLE {role} LOGIN PASSWORD '{Password}'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
        }

        Run($"GRANT {App} TO {Owner}; GRANT SET ON PARAMETER session_replication_role, deadlock_timeout TO {Owner}");
        return true;
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
