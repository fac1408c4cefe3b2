namespace Budgeting.Core.Gifting;

/// <summary>A gift that was looked for by its name.</summary>
/// <param name="Occasion">The name of its occasion.</param>
public sealed record FoundGift(Guid Id, string Name, string Occasion);
