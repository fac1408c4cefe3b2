using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>What was spent on a person in one occasion.</summary>
/// <param name="Purchased">Σ line totals of what is purchased or received.</param>
/// <param name="Planned">Σ of the rest, ideas included.</param>
public sealed record PersonOccasion(Guid OccasionId, string Name, DateOnly Date, int GiftCount, decimal Purchased, decimal Planned);

/// <summary>What was spent on a person in one year, by the dates of the occasions.</summary>
/// <param name="Occasions">The latest first.</param>
public sealed record PersonYear(int Year, decimal Purchased, decimal Planned, int GiftCount, IReadOnlyList<PersonOccasion> Occasions)
{
    internal static IReadOnlyList<PersonYear> Of(IEnumerable<PersonOccasion> occasions) => occasions
        .GroupBy(o => o.Date.Year)
        .OrderByDescending(year => year.Key)
        .Select(year => new PersonYear(
            year.Key,
            year.Sum(o => o.Purchased),
            year.Sum(o => o.Planned),
            year.Sum(o => o.GiftCount),
            year.OrderByDescending(o => o.Date).ThenBy(o => o.OccasionId).ToList()))
        .ToList();
}

/// <summary>What a person gets, over all occasions.</summary>
/// <param name="Years">The latest first.</param>
/// <param name="Gifts">Those of the latest occasion first, at most 500.</param>
/// <param name="HiddenSurprises">Whether it is who looks: surprises for them are left out.</param>
public sealed record PersonPage(
    PersonDto Person, Currency Currency, IReadOnlyList<PersonYear> Years, IReadOnlyList<GiftDto> Gifts, bool HiddenSurprises);
