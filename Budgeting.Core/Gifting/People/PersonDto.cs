using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

public sealed record PersonDto(Guid Id, string Name, DateOnly? Birthday, Guid? MemberId, string? Notes, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public PersonInput ToInput() => this.As<PersonInput>();
}

/// <summary>What can be written of a person.</summary>
public sealed record PersonInput
{
    public static Fields<PersonInput> Fields { get; } = new Fields<PersonInput>()
        .Text(i => i.Name, "Name", max: 100, required: true)
        .Day(i => i.Birthday, "Birthday")
        .Reference(i => i.MemberId, "Linked member", GiftNames.Member, hint: "Who this person is here, if they sign in too.")
        .Text(i => i.Notes, "Notes", max: 2000, lines: 3, hint: "Sizes, tastes, allergies. Everybody here can read them.");

    /// <summary>1–100 characters.</summary>
    public string? Name { get; set; }

    public DateOnly? Birthday { get; set; }

    /// <summary>A member of the organization who is this person; at most one person a member.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Notes { get; set; }
}
