using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <param name="OwnerId">Whose it is since <paramref name="From"/>.</param>
/// <param name="From"><c>null</c>: it always was.</param>
/// <param name="Owners">Who owned it from when on, the first one first.</param>
public sealed record PropertyDto(
    Guid Id,
    string Name,
    Guid OwnerId,
    decimal ShareWeight,
    bool Active,
    DateOnly? From,
    IReadOnlyList<OwnershipDto> Owners,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public PropertyInput ToInput() => this.As<PropertyInput>();
}

/// <param name="From"><c>null</c>: always was.</param>
public sealed record OwnershipDto(Guid OwnerId, DateOnly? From);

/// <summary>What can be written of a property.</summary>
public sealed record PropertyInput
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    public Guid? OwnerId { get; init; }

    /// <summary>0 to 1,000,000, with up to six decimals.</summary>
    public decimal ShareWeight { get; init; }

    /// <summary>Whether it takes part in what is shared in proportion or equally.</summary>
    public bool Active { get; init; } = true;

    /// <summary>
    /// From which day on it is the owner's, whatever was said of that day and later ones before; <c>null</c>: it always was.
    /// </summary>
    public DateOnly? From { get; init; }
}
