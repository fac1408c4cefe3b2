using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>A gift that might be written. Where its status isn't said, it is the edited gift's, else Selected.</summary>
/// <param name="GiftId">The gift that is edited: its present total doesn't count twice.</param>
public sealed record GiftCheckInput(
    decimal? Price, decimal? DiscountPrice, int? Quantity, Guid? RecipientId, GiftStatus? Status, Guid? GiftId);

/// <summary>Something to know before saving; saving stays possible.</summary>
/// <param name="Code"><c>exceeds-occasion</c>, <c>exceeds-sub-budget</c>, <c>near</c> or <c>near-sub-budget</c>.</param>
/// <param name="ExceededBy">How much more than the budget would be used; 0 for the near ones.</param>
public sealed record GiftWarning(string Code, decimal ExceededBy)
{
    public const string ExceedsOccasion = "exceeds-occasion";
    public const string ExceedsSubBudget = "exceeds-sub-budget";
    public const string Near = "near";
    public const string NearSubBudget = "near-sub-budget";
}

/// <summary>What is left of a budget before and after the gift.</summary>
public sealed record Remaining(decimal Budget, decimal Before, decimal After);

/// <summary>What a gift would do to the budgets. Remaining figures are <c>null</c> where no budget is set.</summary>
public sealed record GiftCheck(
    IReadOnlyList<GiftWarning> Warnings, decimal? RemainingBefore, decimal? RemainingAfter, Remaining? SubBudget)
{
    /// <summary>The rule, on figures that are at hand: the service and the gift form, as one types, both ask here.</summary>
    /// <param name="current">The gift as it is counted now, when one is edited.</param>
    public static GiftCheck Of(OccasionFigures figures, bool ideasCountAsPlanned, GiftCheckInput gift, GiftDto? current)
    {
        var status = gift.Status ?? current?.Status ?? GiftStatus.Selected;
        var price = new GiftPrice(gift.Price, gift.DiscountPrice, gift.Quantity ?? 1);
        var added = GiftMeter.Counts(status, ideasCountAsPlanned) ? price.TotalWithinRange : 0;
        var counted = current is not null && GiftMeter.Counts(current.Status, ideasCountAsPlanned) ? current.LineTotal : 0;

        var recipient = figures.Of(gift.RecipientId).Meter;
        var countedForRecipient = current?.RecipientId == gift.RecipientId ? counted : 0;
        var warnings = WarningsOf(figures.Meter, counted, added, GiftWarning.ExceedsOccasion, GiftWarning.Near)
            .Concat(gift.RecipientId is null
                ? []
                : WarningsOf(recipient, countedForRecipient, added, GiftWarning.ExceedsSubBudget, GiftWarning.NearSubBudget));

        var before = figures.Meter.Remaining + counted;
        var subBefore = recipient.Remaining + countedForRecipient;
        return new GiftCheck(
            warnings.ToList(),
            before,
            before - added,
            gift.RecipientId is null || subBefore is null
                ? null
                : new Remaining(recipient.Total!.Value, subBefore.Value, subBefore.Value - added));
    }

    private static IEnumerable<GiftWarning> WarningsOf(Meter meter, decimal counted, decimal added, string exceeds, string near)
    {
        var others = meter.Used - counted;
        var before = Meter.LevelOf(meter.Total, others, meter.NearPercent);
        var after = Meter.LevelOf(meter.Total, others + added, meter.NearPercent);
        if (after == MeterLevel.Over && added > 0)
        {
            yield return new GiftWarning(exceeds, others + added - meter.Total!.Value);
        }
        else if (after == MeterLevel.Near && before == MeterLevel.Ok)
        {
            yield return new GiftWarning(near, 0);
        }
    }
}
