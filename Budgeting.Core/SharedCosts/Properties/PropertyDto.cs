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
    public static Fields<PropertyInput> Fields { get; } = new Fields<PropertyInput>()
        .Text(i => i.Name, "Name or number", max: 100, required: true, placeholder: "Flat 3")
        .Reference(i => i.OwnerId, "Owner", "owner", required: true)
        .Number(i => i.ShareWeight, "Share", hint: "Square metres, thousandths, persons: costs are divided in proportion to these numbers.")
        .Flag(i => i.Active, "Active", hint: "Turn this off if it takes no part in shared costs.")
        .Day(i => i.From, "From");

    /// <summary>1–100 characters.</summary>
    public string? Name { get; set; }

    public Guid? OwnerId { get; set; }

    /// <summary>0 to 1,000,000, with up to six decimals; left out: 0.</summary>
    public decimal? ShareWeight { get; set; }

    /// <summary>Whether it takes part in what is shared in proportion or equally.</summary>
    public bool Active { get; set; } = true;

    /// <summary>
    /// From which day on it is the owner's, whatever was said of that day and later ones before; <c>null</c>: it always was.
    /// </summary>
    public DateOnly? From { get; set; }
}
