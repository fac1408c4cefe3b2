using BenchmarkDotNet.Attributes;
using Budgeting.Core.Gifting;
using Microsoft.Data.Sqlite;

namespace Budgeting.Bench;

/// <summary>
/// A gift added through the service (permission, validation, audit entry, hash chain, change), beside a bare insert into the
/// same table in a transaction of its own. Both are on disk when they return (synchronous = FULL).
/// </summary>
public class GiftWrite
{
    private SqliteStore _store = null!;
    private BenchWorld _world = null!;
    private SqliteConnection _connection = null!;
    private BareGiftInsert _insert = null!;
    private GiftInput _gift = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _store = new SqliteStore();
        _world = new BenchWorld(_store, 10_000);
        _connection = _store.Open();
        _insert = new BareGiftInsert(_connection, _world);
        _gift = new GiftInput { Name = "Book", Price = 12.5m, RecipientId = _world.PersonIds[0] };
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _insert.Dispose();
        _connection.Dispose();
        _world.Dispose();
        _store.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void Bare() => _insert.Execute(0, 12_500_000);

    [Benchmark]
    public Task<GiftDto> Service() => _world.Get<GiftsService>().AddAsync(_world.OccasionId, _gift, CancellationToken.None);
}
