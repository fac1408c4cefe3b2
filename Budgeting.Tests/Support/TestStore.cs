using Budgeting.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Support;

/// <summary>
/// Where a test's data are, which goes with it: a folder with an SQLite file, or, where <c>BUDGETING_TEST_ENGINE</c> is <c>postgres</c>,
/// a database on <see cref="PostgresServer"/>.
/// </summary>
public abstract class TestStore : IDisposable
{
    /// <summary>A trait of tests that are for one engine: <see cref="Sqlite"/> or <see cref="Postgres"/>.</summary>
    public const string Engine = "Engine";

    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("BUDGETING_TEST_ENGINE") == "postgres";

    /// <summary>A store that has the database of a program that was started once.</summary>
    public static TestStore WithDatabase() => IsPostgres ? TestDatabase.WithSchema() : TestFolder.WithDatabase();

    public abstract void AddTo(IServiceCollection services);

    /// <summary>The options of a program that stores here.</summary>
    public abstract WebAppOptions In(WebAppOptions options);

    /// <summary>What has a command work on what is stored here.</summary>
    public abstract string[] Arguments { get; }

    /// <summary>The database as somebody with an SQL shell has it.</summary>
    public abstract SqlShell Shell();

    public abstract void Dispose();

    /// <summary>Has the program make its database there.</summary>
    internal static void Open(TestStore store) => Task.Run(async () =>
    {
        await using var installation = new TestInstallation(store);
        await installation.OpenAsync(exclusive: false);
    }).GetAwaiter().GetResult();
}
