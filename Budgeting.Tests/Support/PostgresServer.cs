using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Budgeting.Tests.Support;

/// <summary>
/// The PostgreSQL server of a test run: the one that <c>BUDGETING_TEST_POSTGRES</c> names, else a private one from an installed
/// PostgreSQL. It listens on a socket in its own folder only, keeps nothing, and ends with the run.
/// </summary>
internal static class PostgresServer
{
    private const string Variable = "BUDGETING_TEST_POSTGRES";

    private static readonly Lazy<string> Found = new(Find);

    // Collected, it would close the pipe.
    private static Process? Keeper;

    /// <summary>How to reach it.</summary>
    public static string ConnectionString => Found.Value;

    private static string Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given
        : Programs() is { } programs ? Start(programs)
        : throw new InvalidOperationException($"There is no PostgreSQL: install it, or name a server in {Variable}.");

    // The newest of Debian's versions, or what is on the PATH.
    private static string? Programs() =>
        (Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).Select(d => Path.Combine(d, "bin")).FirstOrDefault()
            : null)
        ?? Path.GetDirectoryName(Apt.OnPath("initdb"));

    private static string Start(string programs)
    {
        var folder = Path.Combine(TestFolder.Parent, $"budgeting-postgres-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

        // It refuses to run as root. When the run ends, however it does, the pipe closes, and that ends the server.
        var script = $"""
            set -e
            as() {"{"} if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; {"}"}
            mkdir -m 700 {folder}
            [ "$(id -u)" != 0 ] || chown postgres {folder}
            cd {folder}
            as {programs}/initdb --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync > /dev/null
            as {programs}/postgres -D data -c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off \
                -c full_page_writes=off -c max_connections=400 -c autovacuum=off -c jit=off -c wal_level=minimal -c max_wal_senders=0 > log 2>&1 &
            cat > /dev/null
            kill -INT "$(head -1 data/postmaster.pid)"
            wait
            rm -rf {folder}
            """;
        var start = new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardInput = true, UseShellExecute = false };
        Keeper = Process.Start(start)!;
        var connection = new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres", Pooling = false }.ToString();
        Task.Run(() => Eventually.HoldsAsync(() => Answers(connection), "the server has begun")).GetAwaiter().GetResult();
        return connection;
    }

    private static bool Answers(string connectionString)
    {
        try
        {
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
