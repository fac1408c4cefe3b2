using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Budgeting.Bench.Costs;

/// <summary>Inserts by prepared statements and nothing else, into the product's tables with their triggers and indexes.</summary>
internal sealed class BareRecords : IDisposable
{
    private readonly CostsWorld _world;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _expense;
    private readonly SqliteCommand _line;
    private readonly SqliteCommand _contribution;

    public BareRecords(CostsWorld world)
    {
        (_world, _connection) = (world, ((SqliteStore)world.Store).Open());
        _expense = Command(
            "INSERT INTO expenses (id, organization_id, period_id, payment_type, amount, refund, date, budget_item_id, version) VALUES ($id, $org, $period, 'utilities', $amount, 0, '2026-02-01', $item, 1)");
        _line = Command(
            "INSERT INTO allocation_lines (id, organization_id, period_id, source_id, budget_item_id, property_id, owner_id, is_tariff, weight, days, amount, adjustment) VALUES ($id, $org, $period, $source, $item, $property, $owner, 0, 1000000, 365, $amount, 0)");
        _contribution = Command(
            "INSERT INTO contributions (id, organization_id, period_id, owner_id, amount, payout, date, comment, import_key, version) VALUES ($id, $org, $period, $owner, $amount, 0, $date, $comment, $key, 1)");
    }

    /// <summary>An expense and a line of it for each owner, in one transaction.</summary>
    public void Record()
    {
        using var transaction = _connection.BeginTransaction();
        var id = Bytes(Guid.CreateVersion7());
        Execute(_expense, transaction, ("$id", id), ("$amount", _world.Owners.Count * 1_000_000L), ("$item", Bytes(_world.Item.Id)));
        for (var i = 0; i < _world.Owners.Count; i++)
        {
            Execute(
                _line, transaction,
                ("$id", Bytes(Guid.CreateVersion7())), ("$source", id), ("$item", Bytes(_world.Item.Id)), ("$property", Bytes(_world.Properties[i].Id)),
                ("$owner", Bytes(_world.Owners[i].Id)), ("$amount", 1_000_000L));
        }

        transaction.Commit();
    }

    /// <summary>Contributions in one transaction, each with a key of its own as imported ones have.</summary>
    public void Contribute(IEnumerable<(int Owner, int Amount, DateOnly Date, int Comment)> contributions)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var (owner, amount, date, comment) in contributions)
        {
            Execute(
                _contribution, transaction,
                ("$id", Bytes(Guid.CreateVersion7())), ("$owner", Bytes(_world.Owners[owner].Id)), ("$amount", amount * 1_000_000L),
                ("$date", date), ("$comment", comment.ToString(CultureInfo.InvariantCulture)), ("$key", Bytes(Guid.NewGuid())));
        }

        transaction.Commit();
    }

    /// <summary>The one aggregate that a sheet can't do without, over a covering index.</summary>
    public long Aggregate()
    {
        using var command = Command("SELECT owner_id, is_tariff, SUM(amount) FROM allocation_lines WHERE period_id = $period AND organization_id = $org GROUP BY owner_id, is_tariff");
        using var reader = command.ExecuteReader();
        var total = 0L;
        while (reader.Read())
        {
            total += reader.GetInt64(2);
        }

        return total;
    }

    public void Dispose()
    {
        _expense.Dispose();
        _line.Dispose();
        _contribution.Dispose();
        _connection.Dispose();
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$org", Bytes(_world.OrganizationId));
        command.Parameters.AddWithValue("$period", Bytes(_world.Period.Id));
        return command;
    }

    private static void Execute(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<(string Name, object Value)> values)
    {
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = value;
            }
            else
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        command.ExecuteNonQuery();
    }
}
