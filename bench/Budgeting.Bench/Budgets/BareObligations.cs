using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Budgeting.Bench.Budgets;

/// <summary>Statements and nothing else, on the product's tables with their triggers and indexes.</summary>
internal sealed class BareObligations : IDisposable
{
    private static int Last;

    private readonly BudgetsWorld _world;
    private readonly DbConnection _connection;
    private readonly DbCommand _insert;

    public BareObligations(BudgetsWorld world)
    {
        (_world, _connection) = (world, world.Store.OpenBare());
        _insert = _connection.CreateCommand();
        _insert.CommandText =
            "INSERT INTO obligations (id, organization_id, proposal_id, allotment_id, category, kind, reference_no, payee, description, amount, date, status, duties_combined, version) " +
            "VALUES (@id, @organization, @proposal, @allotment, @category, 0, @reference, 'Paper Ltd', 'Paper', @amount, @date, 0, @combined, 1)";
        Set("organization", IdOf(world.OrganizationId));
        Set("proposal", IdOf(world.ProposalId));
        Set("combined", false);
        Set("amount", 10_000L);
    }

    /// <summary>One obligation, in a transaction of its own.</summary>
    public void Add(Guid allotment, int category = 1, int month = 3)
    {
        Set("id", IdOf(Guid.CreateVersion7()));
        Set("allotment", IdOf(allotment));
        Set("category", category);
        Set("reference", $"B{Interlocked.Increment(ref Last)}");
        Set("date", new DateOnly(BudgetsWorld.Year, month, 1));
        _insert.ExecuteNonQuery();
    }

    /// <summary>Many obligations in one transaction, spread over all allotments, categories and months.</summary>
    public void Fill(int obligations)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        for (var i = 0; i < obligations; i++)
        {
            Add(_world.Allotments[i % _world.Allotments.Count].Id, i % 3, 1 + (i % 12));
        }

        transaction.Commit();
        _insert.Transaction = null;
    }

    /// <summary>The one aggregate that a statement can't do without.</summary>
    public int Aggregate()
    {
        using var command = _connection.CreateCommand();
        var month = _connection is SqliteConnection ? "CAST(substr(o.date, 6, 2) AS INTEGER)" : "extract(month FROM o.date)::int";
        command.CommandText =
            $"SELECT a.program_budget_id, o.category, ({month} - 1) / 3, SUM(o.amount) FROM obligations o JOIN allotments a ON a.id = o.allotment_id WHERE o.proposal_id = @proposal GROUP BY 1, 2, 3";
        var proposal = command.CreateParameter();
        (proposal.ParameterName, proposal.Value) = ("proposal", IdOf(_world.ProposalId));
        command.Parameters.Add(proposal);
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private object IdOf(Guid id) => _connection is SqliteConnection ? id.ToByteArray(bigEndian: true) : id;

    private void Set(string name, object value)
    {
        if (!_insert.Parameters.Contains(name))
        {
            var parameter = _insert.CreateParameter();
            parameter.ParameterName = name;
            _insert.Parameters.Add(parameter);
        }

        _insert.Parameters[name].Value = value;
    }
}
