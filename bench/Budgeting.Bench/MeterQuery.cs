using BenchmarkDotNet.Attributes;
using Budgeting.Core.Gifting;
using Microsoft.Data.Sqlite;

namespace Budgeting.Bench;

/// <summary>The figures of an occasion through the service, beside the same aggregate through bare ADO.NET.</summary>
[MemoryDiagnoser]
public class MeterQuery
{
    private SqliteStore _store = null!;
    private BenchWorld _world = null!;
    private SqliteConnection _connection = null!;
    private SqliteCommand _aggregate = null!;

    [Params(100, 10_000, 100_000)]
    public int Gifts { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _store = new SqliteStore();
        _world = new BenchWorld(_store, Gifts);
        _connection = _store.Open();
        _aggregate = _connection.CreateCommand();
        _aggregate.CommandText = """
            SELECT status, recipient_id, COUNT(*), SUM(line_total), SUM(unpriced)
            FROM gifts WHERE organization_id = $organization AND occasion_id = $occasion
            GROUP BY status, recipient_id
            """;
        _aggregate.Parameters.AddWithValue("$organization", BenchWorld.Bytes(_world.OrganizationId));
        _aggregate.Parameters.AddWithValue("$occasion", BenchWorld.Bytes(_world.OccasionId));
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _aggregate.Dispose();
        _connection.Dispose();
        _world.Dispose();
        _store.Dispose();
    }

    [Benchmark(Baseline = true)]
    public long Bare()
    {
        using var reader = _aggregate.ExecuteReader();
        var total = 0L;
        while (reader.Read())
        {
            total += reader.GetInt64(3);
        }

        return total;
    }

    [Benchmark]
    public Task<OccasionFigures> Service() => _world.Get<OccasionsService>().FiguresAsync(_world.OccasionId, CancellationToken.None);
}
