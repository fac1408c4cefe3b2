namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Who takes part in a period with what. A change of owner splits a property by inclusive days: the seller has it through the day before,
/// the buyer from the day. The days are part of the weight rather than of a rounding of its own, so that shares add up whatever changes.
/// </summary>
internal static class PeriodShares
{
    /// <param name="ownerships">By property, the first one first.</param>
    /// <param name="newId">Makes ids.</param>
    public static IReadOnlyList<PeriodShare> Of(
        Period period, IEnumerable<Property> properties, ILookup<Guid, Ownership> ownerships, Func<Guid> newId) =>
        properties.OrderBy(p => p.Id)
            .SelectMany(property => DaysOf(period, [.. ownerships[property.Id]])
                .OrderBy(owner => owner.Key)
                .Select(owner => new PeriodShare
                {
                    Id = newId(),
                    OrganizationId = period.OrganizationId,
                    PeriodId = period.Id,
                    PropertyId = property.Id,
                    OwnerId = owner.Key,
                    ShareWeight = property.ShareWeight,
                    Active = property.Active,
                    Days = owner.Value,
                }))
            .ToList();

    /// <summary>Whether they say the same, whatever their ids are.</summary>
    public static bool AreSame(IEnumerable<PeriodShare> some, IEnumerable<PeriodShare> others) =>
        some.Select(Plain).ToHashSet().SetEquals(others.Select(Plain));

    private static Dictionary<Guid, int> DaysOf(Period period, IReadOnlyList<Ownership> ownerships)
    {
        var days = new Dictionary<Guid, int>();
        for (var i = 0; i < ownerships.Count; i++)
        {
            var first = Math.Max(ownerships[i].Since.DayNumber, period.StartDate.DayNumber);
            var next = i + 1 < ownerships.Count ? ownerships[i + 1].Since.DayNumber : int.MaxValue;
            var count = Math.Min(next, period.EndDate.DayNumber + 1) - first;
            if (count > 0)
            {
                days[ownerships[i].OwnerId] = days.GetValueOrDefault(ownerships[i].OwnerId) + count;
            }
        }

        return days;
    }

    private static (Guid, Guid, decimal, bool, int) Plain(PeriodShare s) => (s.PropertyId, s.OwnerId, s.ShareWeight, s.Active, s.Days);
}
