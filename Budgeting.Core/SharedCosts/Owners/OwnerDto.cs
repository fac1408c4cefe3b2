using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

public sealed record OwnerDto(Guid Id, string Name, Guid? MemberId, string? Email, string? Iban, bool Active, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public OwnerInput ToInput() => this.As<OwnerInput>();
}

/// <summary>What can be written of an owner.</summary>
public sealed record OwnerInput
{
    public static Fields<OwnerInput> Fields { get; } = new Fields<OwnerInput>()
        .Text(i => i.Name, "Name", max: 100, required: true)
        .Reference(i => i.MemberId, "Linked member", "member", hint: "Who this owner is here, if they sign in: they may then record what they paid.")
        .Text(i => i.Email, "E-mail", max: 254)
        .Text(i => i.Iban, "IBAN", max: 42, hint: "The account that the fund pays to, when it pays something back.", autocomplete: false)
        .Flag(i => i.Active, "Active", hint: "Turn this off when they have left: what was recorded stays, and nothing new is offered for them.");

    /// <summary>1–100 characters.</summary>
    public string? Name { get; set; }

    /// <summary>The member that they are, who may then record for them.</summary>
    public Guid? MemberId { get; set; }

    public string? Email { get; set; }

    /// <summary>The account that they are paid to; checked by its check digits.</summary>
    public string? Iban { get; set; }

    public bool Active { get; set; } = true;
}
