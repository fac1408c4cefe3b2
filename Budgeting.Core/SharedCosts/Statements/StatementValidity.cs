using System.Text;
using System.Text.Json;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>Says of statements, which stay as they were issued, whether they still hold.</summary>
internal static class StatementValidity
{
    /// <summary>Those of a period, or of one owner in it, in the order in which they were issued.</summary>
    public static async Task<IReadOnlyList<StatementSummary>> ReadAsync(
        SharedCostsRepository repository, Period period, Guid? ownerId, CancellationToken cancellationToken)
    {
        var last = period.Status == PeriodStatus.Open ? [] : await repository.LastBeginningsAsync(period.Id, ownerId, cancellationToken);
        return await ReadAsync(repository, period, ownerId, last, cancellationToken);
    }

    /// <summary>The same by owner, with what the last one says.</summary>
    public static async Task<IReadOnlyList<StatementHistory>> HistoriesAsync(
        SharedCostsRepository repository, Period period, Guid? ownerId, CancellationToken cancellationToken)
    {
        var last = await repository.LastBeginningsAsync(period.Id, ownerId, cancellationToken);
        var issued = await ReadAsync(repository, period, ownerId, last, cancellationToken);
        var balances = last.ToDictionary(s => s.Id, s => s.Row.Balance);
        return issued.Reverse()
            .GroupBy(s => s.OwnerId)
            .Select(g => new StatementHistory(g.First(), balances[g.First().Id], g.Skip(1).ToList()))
            .ToList();
    }

    private static async Task<IReadOnlyList<StatementSummary>> ReadAsync(
        SharedCostsRepository repository, Period period, Guid? ownerId, IReadOnlyList<StatementBeginning> last, CancellationToken cancellationToken)
    {
        var issued = await repository.StatementSummariesAsync(period.Id, ownerId, cancellationToken);
        var corrections = issued.Where(s => s.CorrectsId is not null).ToDictionary(s => s.CorrectsId!.Value, s => s.Id);
        var outdated = await OutdatedAsync(repository, period, last, cancellationToken);
        return issued
            .Select(s => s with { CorrectedById = corrections.TryGetValue(s.Id, out var by) ? by : null, Outdated = outdated.Contains(s.Id) })
            .ToList();
    }

    // What a period that is open will come to isn't known yet.
    private static async Task<IReadOnlySet<Guid>> OutdatedAsync(
        SharedCostsRepository repository, Period period, IReadOnlyList<StatementBeginning> last, CancellationToken cancellationToken)
    {
        if (period.Status == PeriodStatus.Open)
        {
            return new HashSet<Guid>();
        }

        var closings = last.Count == 0 ? [] : (await repository.ClosingsAsync(period.Id, cancellationToken)).ToDictionary(c => c.OwnerId);
        return last
            .Where(s => closings.GetValueOrDefault(s.OwnerId) is not { } closing || !IsSame(s.Row, closing))
            .Select(s => s.Id)
            .ToHashSet();
    }

    private static bool IsSame(BalanceRow said, ClosingBalance now) =>
        said.HasFiguresOf(new BalanceRow(now.OwnerId, said.Name, now.Opening, now.Contributions, now.Paid, now.Allocated, now.Charges, now.Balance));
}

/// <summary>The beginning of what a statement says: its figures are in it, and not its lines, which may be many.</summary>
internal sealed record StatementBeginning(Guid Id, Guid OwnerId, string Text)
{
    /// <summary>Three names and the figures, whatever is escaped in them.</summary>
    public const int Length = 4000;

    public BalanceRow Row
    {
        get
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Text), isFinalBlock: false, state: default);
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("row"u8))
                {
                    reader.Read();
                    return JsonSerializer.Deserialize<BalanceRow>(ref reader, JsonFormat.Options)!;
                }
            }

            throw new InvalidOperationException("A statement begins with its figures.");
        }
    }
}
