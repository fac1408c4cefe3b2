using System.Text.Json.Serialization;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>What one recipient gets: the meter's total is the sub-budget, where one is set. No recipient: for nobody in particular.</summary>
public sealed record RecipientFigures(Guid? PersonId, Meter Meter, int GiftCount)
{
    /// <summary>The version of the sub-budget; <see cref="SubBudgetDto.NotSet"/> where none is set.</summary>
    [JsonIgnore]
    public long SubBudgetVersion { get; init; }
}

/// <summary>What is set aside for a recipient.</summary>
internal readonly record struct SubBudgetRow(decimal Amount, long Version);

/// <summary>One column of the board.</summary>
public sealed record ColumnFigures(GiftStatus Status, int Count, decimal Total);

/// <summary>Every figure of an occasion, from one query.</summary>
/// <param name="SubBudgetTotal">Σ sub-budgets; more than the meter's total is pointed out, not refused.</param>
/// <param name="KeptFor">The person who looks, where surprises for them are left out of everything here, if there are any.</param>
public sealed record OccasionFigures(
    Meter Meter, IReadOnlyList<RecipientFigures> Recipients, IReadOnlyList<ColumnFigures> Columns, decimal SubBudgetTotal, Guid? KeptFor)
{
    internal static OccasionFigures Of(
        OccasionDto occasion, Currency currency, IReadOnlyList<FigureRow> rows, IReadOnlyDictionary<Guid, SubBudgetRow> subBudgets, Guid? keptFor)
    {
        var recipients = rows.Select(r => r.RecipientId)
            .Concat(subBudgets.Keys.Select(id => (Guid?)id))
            .Distinct()
            .Select(id => RecipientOf(id, occasion, currency, rows.Where(r => r.RecipientId == id).ToList(), subBudgets));
        var columns = Enum.GetValues<GiftStatus>().Select(status => ColumnOf(status, rows.Where(r => r.Status == status).ToList()));
        return new OccasionFigures(
            GiftMeter.Of(currency, occasion, rows), recipients.ToList(), columns.ToList(), subBudgets.Values.Sum(b => b.Amount), keptFor);
    }

    /// <summary>The figures of one recipient; of one without gifts and sub-budget, an empty meter.</summary>
    public RecipientFigures Of(Guid? personId) =>
        Recipients.FirstOrDefault(r => r.PersonId == personId) ??
        new RecipientFigures(personId, GiftMeter.Of(Meter.Currency, total: null, Meter.NearPercent, []), GiftCount: 0);

    private static RecipientFigures RecipientOf(
        Guid? id, OccasionDto occasion, Currency currency, List<FigureRow> rows, IReadOnlyDictionary<Guid, SubBudgetRow> subBudgets)
    {
        SubBudgetRow? subBudget = id is { } person && subBudgets.TryGetValue(person, out var set) ? set : null;
        return new RecipientFigures(
            id,
            GiftMeter.Of(currency, subBudget?.Amount, occasion.NearThresholdPercent, GiftMeter.Counted(occasion, rows)),
            rows.Sum(r => r.Count))
        {
            SubBudgetVersion = subBudget?.Version ?? SubBudgetDto.NotSet,
        };
    }

    private static ColumnFigures ColumnOf(GiftStatus status, List<FigureRow> rows) =>
        new(status, rows.Sum(r => r.Count), rows.Sum(r => r.Total));
}

/// <summary>One row of the figures query: the gifts of a status and recipient.</summary>
public sealed record FigureRow(GiftStatus Status, Guid? RecipientId, int Count, decimal Total, int Unpriced);
