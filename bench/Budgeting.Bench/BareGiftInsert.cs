using Microsoft.Data.Sqlite;

namespace Budgeting.Bench;

/// <summary>A gift inserted by a prepared statement and nothing else.</summary>
internal sealed class BareGiftInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly BenchWorld _world;
    private int _count;

    public BareGiftInsert(SqliteConnection connection, BenchWorld world)
    {
        _world = world;
        _command = connection.CreateCommand();
        _command.CommandText = """
            INSERT INTO gifts (id, organization_id, occasion_id, recipient_id, name, price, quantity, status, place, givers, no_longer_wished, version)
            VALUES ($id, $organization, $occasion, $recipient, $name, $price, 1, $status, $place, '[]', 0, 1)
            """;
        _command.Parameters.AddWithValue("$organization", BenchWorld.Bytes(world.OrganizationId));
        _command.Parameters.AddWithValue("$occasion", BenchWorld.Bytes(world.OccasionId));
        foreach (var name in (string[])["$id", "$recipient", "$name", "$price", "$status", "$place"])
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }
    }

    public void Execute(int status, long? priceInMillionths)
    {
        _count++;
        _command.Parameters["$id"].Value = BenchWorld.Bytes(Guid.CreateVersion7());
        _command.Parameters["$recipient"].Value = BenchWorld.Bytes(_world.PersonIds[_count % _world.PersonIds.Count]);
        _command.Parameters["$name"].Value = $"Gift {_count}";
        _command.Parameters["$price"].Value = (object?)priceInMillionths ?? DBNull.Value;
        _command.Parameters["$status"].Value = status;
        _command.Parameters["$place"].Value = $"1{_count:x10}00000";
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
