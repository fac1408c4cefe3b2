using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench;

/// <summary>The services of Core on a SQLite file of its own, with one occasion of many gifts.</summary>
internal sealed class BenchWorld : IDisposable
{
    private const int People = 20;

    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;

    /// <param name="gifts">How many the occasion has.</param>
    /// <param name="folder">Where the file is left; in a folder of its own it goes with this.</param>
    public BenchWorld(int gifts, string? folder = null)
    {
        (_folder, _ownsFolder) = (folder ?? Directory.CreateTempSubdirectory("budgeting-bench-").FullName, folder is null);
        _services = new ServiceCollection().AddLogging().AddKernel().AddOrganizations().AddSqliteStorage(new DataFolder(_folder)).AddGifting().BuildServiceProvider();
        _services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None).GetAwaiter().GetResult();
        _scope = _services.CreateScope();
        SetUpAsync().GetAwaiter().GetResult();
        Fill(gifts);
    }

    public Guid OrganizationId { get; private set; }

    public Guid OccasionId { get; private set; }

    public IReadOnlyList<Guid> PersonIds { get; private set; } = [];

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>A bare connection with the settings of the product.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "budgeting.db")};Foreign Keys=True;Recursive Triggers=True");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        return connection;
    }

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task SetUpAsync()
    {
        var admin = new AccountInput { Name = "Ada", Email = "ada@example.org", Password = "a sentence for benchmarks" };
        var input = new SetupInput { Admin = admin, OrganizationName = "Bench", Currency = "USD" };
        var identified = await _services.GetRequiredService<SetupService>().SetUpAsync(input, CancellationToken.None);
        Get<CurrentMember>().SignIn(identified.OrganizationId, identified.MemberId);
        OrganizationId = identified.OrganizationId;
        var occasion = new OccasionInput { Name = "Christmas", Date = new DateOnly(2026, 12, 24), BudgetTotal = 1_000_000 };
        OccasionId = (await Get<OccasionsService>().AddAsync(occasion, CancellationToken.None)).Id;
        var people = new List<Guid>();
        for (var i = 0; i < People; i++)
        {
            people.Add((await Get<PeopleService>().AddAsync(new PersonInput { Name = $"Person {i}" }, CancellationToken.None)).Id);
        }

        PersonIds = people;
    }

    // Straight into the table: a hundred thousand services calls would take minutes and measure nothing here.
    private void Fill(int gifts)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using var insert = new BareGiftInsert(connection, this);
        for (var i = 0; i < gifts; i++)
        {
            insert.Execute(i % 4, i % 7 == 0 ? null : i % 20_000 * 10_000L);
        }

        transaction.Commit();
        using var analyze = connection.CreateCommand();
        analyze.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        analyze.ExecuteNonQuery();
    }
}
